import type { Snowflake } from './core/snowflake.ts';
import type { Faq } from './faq/faq.ts';
import type { Moderation } from './moderation/moderation.ts';
import type { Nudges } from './nudges/nudges.ts';

export type { Answer, CareReply, ServerEntry } from './faq/answer.ts';
export type { Entry } from './faq/entry.ts';
export type { NudgeMessage, SendNudge, SendOutcome } from './nudges/delivery.ts';

/** Opens the private conversation that nudges are sent to. Only ever because its member just asked for it. */
export interface DirectMessages {
	/**
	 * Opens the channel and sends a first message, so that closed DMs are noticed while the member is there to be told. Without a text it
	 * only opens the channel, for members who were greeted before.
	 */
	greet(memberId: Snowflake, text: string | undefined): Promise<Greeting>;
}

/** `refused` is for good, `busy` for now: Discord takes too long, or no more conversations at the moment. */
export type Greeting = { kind: 'sent'; channelId: Snowflake } | { kind: 'refused' | 'busy' };

/** All that commands can do, as one value that `main.ts` puts together. */
export interface App {
	faq: Faq;
	moderation: Moderation;
	nudges: Nudges;
	directMessages: DirectMessages;
	/** A command as members can click it in a text, such as `/ask` or `/nudges start`. */
	mention(command: string): string;
}
