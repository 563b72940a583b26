import { DiscordAPIError } from 'discord.js';
import { UserError } from '../core/user-error.ts';
import type { Log } from '../ops/log.ts';
import { text } from './components.ts';
import { type MessageReply, privately } from './reply.ts';

/** Unknown interaction (too late), and already acknowledged: nothing more can be said to the member. */
const OVER = new Set<number | string>([10062, 40060]);

/** Whether Discord no longer takes an answer to this interaction. */
export function isOver(error: unknown): error is DiscordAPIError {
	return error instanceof DiscordAPIError && OVER.has(error.code);
}

interface Context {
	log: Log;
	/** Names the command or route, never what was typed. */
	what: string;
	newReference(): string;
}

/** Turns what went wrong into words: a refusal into its own, anything else into an apology whose reference is in the log. */
export function explainError(error: unknown, { log, what, newReference }: Context): MessageReply {
	if (error instanceof UserError) return privately(text(error.message));
	const reference = newReference();
	log.error({ err: error, what, reference }, 'An interaction failed');
	return privately(
		text(
			`Sorry, something broke on our side and this was not done. Please try again in a minute. If it keeps happening, tell a moderator this reference: \`${reference}\`.`,
		),
	);
}
