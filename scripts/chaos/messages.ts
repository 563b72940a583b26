import { z } from 'zod';
import type { RouteFault } from '../../src/sandbox/faults.ts';
import { attempt, storedMessage } from './facts.ts';

/** How far the simulated clock is ahead of the machine's, in milliseconds. */
const aheadMs = z.number();

/** What a process of workers or tickers is told. */
export const toNudges = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('start'),
		role: z.enum(['worker', 'ticker']),
		apiUrl: z.string(),
		token: z.string(),
		socketPath: z.string(),
		sendRate: z.number(),
		takeOverAfter: z.number(),
		aheadMs,
	}),
	z.object({ kind: z.literal('clock'), aheadMs }),
	/** To a ticker: look now. */
	z.object({ kind: z.literal('look') }),
]);
export type ToNudges = z.infer<typeof toNudges>;

/** What it tells. */
export const fromNudges = z.discriminatedUnion('kind', [
	z.object({ kind: z.enum(['warm', 'started', 'moved']) }),
	z.object({ kind: z.literal('looked'), ok: z.boolean() }),
	z.object({ kind: z.literal('count'), event: z.string(), amount: z.number() }),
	z.object({ kind: z.literal('trouble'), text: z.string() }),
]);
export type FromNudges = z.infer<typeof fromNudges>;

const routeFault = z.custom<RouteFault>((fault) => z.object({ kind: z.string() }).safeParse(fault).success);

/** What the process of the local Discord is told. */
export const toDiscord = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('start'), members: z.number(), aheadMs }),
	z.object({ kind: z.literal('clock'), aheadMs }),
	z.object({ kind: z.literal('storm'), fault: routeFault, times: z.number() }),
	z.object({ kind: z.literal('close-dms'), memberId: z.string() }),
	z.object({ kind: z.literal('problems') }),
]);
export type ToDiscord = z.infer<typeof toDiscord>;

/** What it tells. */
export const fromDiscord = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('started'),
		apiUrl: z.string(),
		token: z.string(),
		members: z.array(z.object({ id: z.string(), channelId: z.string() })),
	}),
	z.object({ kind: z.enum(['warm', 'moved', 'closed']) }),
	z.object({ kind: z.literal('facts'), messages: z.array(storedMessage), attempts: z.array(attempt) }),
	z.object({ kind: z.literal('problems'), problems: z.array(z.string()) }),
]);
export type FromDiscord = z.infer<typeof fromDiscord>;
