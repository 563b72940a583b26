import { z } from 'zod';
import { cost } from './measure-cost.ts';

/** What one contestant took in one round. */
export const contestResult = z.object({
	/** Memory of all the subscriptions. */
	bytes: z.number(),
	/** Memory of as many subscriptions where each member has three. */
	bytesByThree: z.number().optional(),
	subscribing: cost,
	claiming: cost,
	draining: cost,
	/** Claiming and delivering with all that belongs to it. */
	delivering: cost.optional(),
});

export type ContestResult = z.infer<typeof contestResult>;
