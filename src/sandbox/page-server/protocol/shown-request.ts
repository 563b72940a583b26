import { z } from 'zod';

/** One line of the inspector: a REST request of the bot. */
export const shownRequest = z.object({
	id: z.int(),
	at: z.number(),
	method: z.string(),
	path: z.string(),
	/** 0: the connection was cut without an answer. */
	status: z.int(),
	latencyMs: z.number(),
	/** What somebody used that it answers. */
	about: z.string().optional(),
	fault: z.string().optional(),
	/** What breaks Discord's contract, on the bot's side or on ours. */
	problems: z.array(z.string()),
});
export type ShownRequest = z.infer<typeof shownRequest>;

export const requestDetails = z.object({ body: z.string(), answer: z.string() });
export type RequestDetails = z.infer<typeof requestDetails>;
