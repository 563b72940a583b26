import { DiscordAPIError, RateLimitError, type REST } from 'discord.js';
import { type RESTPostAPIChannelMessageResult, Routes } from 'discord-api-types/v10';
import type { SendNudge, SendOutcome } from '../app.ts';
import type { Clock } from '../core/clock.ts';
import { renderNudge } from './nudge-message.ts';
import { rolesToNotify } from './post-message.ts';

/** No such channel, server or member. Any 403 is a refusal, too: DMs closed, the app blocked, no server shared any more. */
const GONE = new Set([10003, 10004, 10013]);
/** Direct messages are being opened or sent too fast: everybody's have to wait. */
const TOO_FAST = 40003;
const PAUSE = 10 * 60_000;
/** When Discord limits us and does not say for how long. */
const UNTOLD_PAUSE = 60_000;
/** Never so long that Discord forgets the nonce of an earlier try. */
const SEND_DEADLINE = 60_000;

/**
 * Sends nudges over REST alone, into conversations that opting in has opened. The nonce makes a repeated request one message.
 *
 * @param rest fails fast: what waited inside it would be sent however much had changed meanwhile, and a refusal after a
 * lost answer would pass for "nothing was sent".
 */
export function createNudgeSender(rest: REST, clock: Clock): SendNudge {
	let unauthorized = false;
	return async (message) => {
		// discord.js forgets a token that was refused, and what a call without one throws tells nothing.
		if (unauthorized) return { kind: 'unauthorized' };
		try {
			const body = {
				...renderNudge(message, clock()),
				nonce: message.nonce,
				enforce_nonce: true,
				allowed_mentions: { parse: [], roles: rolesToNotify(message) },
			};
			const sent = await rest.post(Routes.channelMessages(message.channelId), {
				body,
				signal: AbortSignal.timeout(SEND_DEADLINE),
			});
			return { kind: 'sent', messageId: idOf(sent) };
		} catch (error) {
			const outcome = outcomeOf(error);
			unauthorized ||= outcome?.kind === 'unauthorized';
			if (outcome) return outcome;
			throw new Error('A nudge was not confirmed by Discord', { cause: error });
		}
	};
}

function outcomeOf(error: unknown): SendOutcome | undefined {
	// discord.js gives zero when the answer did not say.
	if (error instanceof RateLimitError) {
		const retryAfterMs = error.retryAfter || UNTOLD_PAUSE;
		// What discord.js holds back by its own count it calls global, too, but only Discord gives it that scope.
		return error.scope === 'global'
			? { kind: 'paused', retryAfterMs, concerns: 'bot' }
			: { kind: 'paused', retryAfterMs };
	}
	if (!(error instanceof DiscordAPIError)) return undefined;
	const { status, code } = error;
	if (status === 401) return { kind: 'unauthorized' };
	if (status === 408) return undefined;
	// An answer without a code is of whatever stands before Discord and says nothing about the member or the message.
	if (typeof code !== 'number') return { kind: 'paused', retryAfterMs: PAUSE };
	if (code === TOO_FAST) return { kind: 'paused', retryAfterMs: PAUSE, concerns: 'direct-messages' };
	if (status === 403 || GONE.has(code)) return { kind: 'refused', code };
	return { kind: 'rejected', code };
}

function idOf(sent: unknown): string {
	const { id } = sent as RESTPostAPIChannelMessageResult;
	return id;
}
