import type { Snowflake } from '../core/snowflake.ts';
import type { Nudge } from './catalogue.ts';
import type { Expectation } from './expectations.ts';
import type { LocalDay } from './local-day.ts';
import type { Topic } from './topic.ts';

/** One direct message: all of a member's nudges of one minute. */
export interface NudgeMessage {
	readonly channelId: Snowflake;
	/** The member's id; the channel's own for a post that serves a whole channel. */
	readonly memberId: Snowflake;
	/** The same on every try, so that Discord makes one message of them. At most 25 characters. */
	readonly nonce: string;
	/** The member's local date: answers count for it. */
	readonly day: LocalDay;
	readonly nudges: readonly MessageNudge[];
	/** Topics that rest from now on, because nothing was answered for long. Said once. */
	readonly resting: readonly Topic[];
	/** Whether to ask if these should go on. */
	readonly asksToKeep: boolean;
	readonly expectation: Expectation | undefined;
	/** The week behind, for those who asked for it. */
	readonly recap: string | undefined;
	/** The role to notify, in a channel that has one. */
	readonly roleId: Snowflake | undefined;
}

export interface MessageNudge extends Nudge {
	readonly topic: Topic;
	/** While a programme runs. */
	readonly programme: ProgrammeDay | undefined;
}

export interface ProgrammeDay {
	readonly title: string;
	/** From 1. */
	readonly day: number;
	readonly days: number;
	readonly words: string | undefined;
}

/**
 * What came of a send:
 * - `refused`: Discord will not deliver to this member (50007, 50278, 50001, 10003)
 * - `rejected`: Discord takes no message like this one (50035), which is our own mistake
 * - `paused`: nothing was sent, sending has to wait
 * - `unauthorized`: the token is no longer valid, nothing more can be sent
 */
export type SendOutcome =
	| { readonly kind: 'sent'; readonly messageId: Snowflake }
	| { readonly kind: 'refused' | 'rejected'; readonly code: number }
	| { readonly kind: 'paused'; readonly retryAfterMs: number; readonly concerns?: PauseExtent }
	| { readonly kind: 'unauthorized' };

/**
 * What has to wait beyond the one message:
 * - `bot`: every request, because the bot has reached the limit that it has as a whole
 * - `direct-messages`: all of these, because they are opened or sent too fast (40003)
 */
export type PauseExtent = 'bot' | 'direct-messages';

/** Sends with `nonce` and `enforce_nonce`. Throws when it cannot tell whether Discord took the message: it is tried again. */
export type SendNudge = (message: NudgeMessage) => Promise<SendOutcome>;
