import { z } from 'zod';
import { topic } from '../../src/nudges/topic.ts';

// All times are milliseconds of the simulated clock, which every process of a run shares.

/** A nudge as the local Discord has it. */
export const storedMessage = z.object({
	channelId: z.string(),
	topics: z.array(topic),
	/** The local date that it is for, in days since 1970. */
	day: z.number(),
	at: z.number(),
});
export type StoredMessage = z.infer<typeof storedMessage>;

/** A request to send a nudge. */
export const attempt = z.object({
	channelId: z.string(),
	at: z.number(),
	/** Known only where Discord came to read the request. */
	nonce: z.string().optional(),
	/** What went wrong on purpose. */
	fault: z.string().optional(),
});
export type Attempt = z.infer<typeof attempt>;

/** A minute that came, and when all that it brought was done. */
export interface Wave {
	readonly at: number;
	readonly doneAt: number;
}

/** Something that befell Redis. */
export interface RedisEnd {
	readonly kind: 'killed' | 'cut';
	readonly at: number;
}
