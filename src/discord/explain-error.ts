import { DiscordAPIError } from 'discord.js';
import { UserError } from '../core/user-error.ts';
import type { Log } from '../ops/log.ts';
import { text } from './components.ts';
import { giveBack } from './give-back.ts';
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

/**
 * Turns what went wrong into words: a refusal into its own, anything else into an apology whose reference is in the log. A refusal with
 * a `cause` is both: words of its own for something that broke.
 */
export function explainError(error: unknown, { log, what, newReference }: Context): MessageReply {
	if (error instanceof UserError && error.cause === undefined) return refusal(error);
	const reference = newReference();
	log.error(
		{ err: error instanceof UserError ? error.cause : error, what, reference },
		'An interaction failed',
	);
	if (error instanceof UserError) return refusal(error, `-# Reference: \`${reference}\``);
	return privately(
		text(
			`Sorry, something broke on our side. If you were changing something, it may or may not be done, so please look before you try again. If it keeps happening, tell whoever runs Gutsy here this reference: \`${reference}\`.`,
		),
	);
}

function refusal({ message, written }: UserError, ...more: string[]): MessageReply {
	const back = written === undefined ? undefined : giveBack(written);
	return {
		...privately(text(message), ...(back?.components ?? []), ...more.map(text)),
		...(back?.files ? { files: back.files } : {}),
	};
}
