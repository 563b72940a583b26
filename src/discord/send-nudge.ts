import { DiscordAPIError, type REST } from 'discord.js';
import { type RESTPostAPIChannelMessageResult, Routes } from 'discord-api-types/v10';
import type { SendNudge, SendOutcome } from '../app.ts';
import type { Clock } from '../core/clock.ts';
import { renderNudge } from './nudge-message.ts';

/** DMs closed or the app blocked; no server shared any more; no access to the conversation. */
const REFUSALS = new Set<number | string>([50007, 50278, 50001]);
/** Direct messages are being opened or sent too fast: everybody's have to wait. */
const TOO_FAST = 40003;
const PAUSE = 10 * 60_000;
/** A send may wait in discord.js's own queue, but never so long that Discord forgets the nonce of an earlier try. */
const SEND_DEADLINE = 60_000;

/** Sends nudges over REST alone, into conversations that opting in has opened. The nonce makes a repeated request one message. */
export function createNudgeSender(rest: REST, clock: Clock): SendNudge {
	return async (message) => {
		try {
			const body = {
				...renderNudge(message, clock()),
				nonce: message.nonce,
				enforce_nonce: true,
				allowed_mentions: { parse: [] },
			};
			const sent = await rest.post(Routes.channelMessages(message.channelId), {
				body,
				signal: AbortSignal.timeout(SEND_DEADLINE),
			});
			return { kind: 'sent', messageId: idOf(sent) };
		} catch (error) {
			const outcome = outcomeOf(error);
			if (outcome) return outcome;
			throw new Error('A nudge was not confirmed by Discord', { cause: error });
		}
	};
}

function outcomeOf(error: unknown): SendOutcome | undefined {
	if (!(error instanceof DiscordAPIError)) return undefined;
	if (error.status === 401) return { kind: 'unauthorized' };
	if (error.code === TOO_FAST) return { kind: 'paused', retryAfterMs: PAUSE };
	if (REFUSALS.has(error.code)) return { kind: 'refused', code: Number(error.code) };
	return undefined;
}

function idOf(sent: unknown): string {
	const { id } = sent as RESTPostAPIChannelMessageResult;
	return id;
}
