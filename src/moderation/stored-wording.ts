import { z } from 'zod';
import { snowflake } from '../core/snowflake.ts';

/** A server's own wording of an entry, as it stands in Redis. */
export const storedWording = z.strictObject({
	title: z.string().min(1),
	answer: z.string().min(1),
	/** Raised by one with each change; what a moderator saw when they began decides whether their change still fits. */
	version: z.int().positive(),
	/** The moderator who wrote it, and when, in epoch milliseconds. */
	by: snowflake,
	at: z.int().nonnegative(),
});

/** One step in the history of an entry: what stood before it (nothing for the shipped text) and what came. */
export const storedRevision = z.strictObject({
	entry: z.string(),
	before: storedWording.optional(),
	after: storedWording,
});

export type StoredWording = z.infer<typeof storedWording>;
