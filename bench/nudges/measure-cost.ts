import { performance } from 'node:perf_hooks';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { redisCpu } from './redis-facts.ts';

/** What a piece of work took: milliseconds on the clock, microseconds of processor time here and in the server. */
export const cost = z.object({ ms: z.number(), nodeUs: z.number(), redisUs: z.number() });

export type Cost = z.infer<typeof cost>;

export async function measureCost(redis: Redis, work: () => Promise<unknown>): Promise<Cost> {
	const cpu = process.cpuUsage();
	const before = await redisCpu(redis);
	const start = performance.now();
	await work();
	const ms = performance.now() - start;
	const { user, system } = process.cpuUsage(cpu);
	return { ms, nodeUs: user + system, redisUs: (await redisCpu(redis)) - before };
}
