import { DiscordAPIError, type REST } from 'discord.js';
import { type RESTPostAPICurrentUserCreateDMChannelResult, Routes } from 'discord-api-types/v10';
import type { DirectMessages, FirstMessage, Greeting, Turns } from '../app.ts';
import { withDeadline } from '../core/with-deadline.ts';

/** Discord's ways to say that this member gets no messages from us. */
const REFUSALS = new Set<number | string>([50007, 50278, 50001, 50033]);
/** Conversations are being opened too fast. */
const TOO_FAST = 40003;
/** The member watches and waits. */
const PATIENCE = 10_000;

/**
 * Opens conversations with members who have just asked for one. Says `busy` without asking Discord while all direct
 * messages are halted.
 *
 * @param patience milliseconds that both requests may take together.
 */
export function createDirectMessages(rest: REST, turns: Turns, patience = PATIENCE): DirectMessages {
	async function greet(
		memberId: string,
		first: FirstMessage | undefined,
		signal: AbortSignal,
	): Promise<Greeting> {
		const turn = await turns.take('message', signal);
		if (turn.kind === 'halted') return { kind: 'busy' };
		try {
			const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: memberId }, signal });
			const { id: channelId } = opened as RESTPostAPICurrentUserCreateDMChannelResult;
			if (first !== undefined) {
				await turns.take('other', signal);
				await rest.post(Routes.channelMessages(channelId), {
					body: { ...first, allowed_mentions: { parse: [] } },
					signal,
				});
			}
			await turns.arrived(turn);
			return { kind: 'sent', channelId };
		} catch (error) {
			if (!(error instanceof DiscordAPIError)) throw error;
			if (REFUSALS.has(error.code)) return { kind: 'refused' };
			if (error.code === TOO_FAST) {
				await turns.tooFast();
				return { kind: 'busy' };
			}
			throw error;
		}
	}

	return {
		async greet(memberId, first) {
			const late = new AbortController();
			const greeting = greet(memberId, first, late.signal);
			if (await withDeadline(greeting, patience)) return greeting;
			// discord.js sleeps through a rate limit whatever the signal says; it heeds it before it sends.
			late.abort();
			return { kind: 'busy' };
		},
	};
}
