import type { Snowflake } from '../core/snowflake.ts';
import type { Nudge } from './catalogue.ts';
import type { Topic } from './topic.ts';

/** One direct message: all of a member's nudges of one minute. */
export interface NudgeMessage {
	readonly channelId: Snowflake;
	readonly memberId: Snowflake;
	/** The same on every try, so that Discord makes one message of them. At most 25 characters. */
	readonly nonce: string;
	/** The member's local date, such as `2026-01-05`. */
	readonly date: string;
	readonly nudges: readonly (Nudge & { readonly topic: Topic })[];
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
	| { readonly kind: 'paused'; readonly retryAfterMs: number }
	| { readonly kind: 'unauthorized' };

/** Sends with `nonce` and `enforce_nonce`. Throws when it cannot tell whether Discord took the message: it is tried again. */
export type SendNudge = (message: NudgeMessage) => Promise<SendOutcome>;
