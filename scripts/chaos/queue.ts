import { openDeliveryQueue } from '../../src/nudges/delivery-queue.ts';
import { cursor, NUDGE_SHARDS } from '../../src/redis/keys.ts';
import type { RedisClient } from '../../src/redis/redis-client.ts';

/** How far the product has come with what is due. */
export interface Progress {
	/** Whether every shard has been looked at up to that epoch minute. */
	readonly looked: boolean;
	/** Jobs that wait for nothing but a worker, or are at one. */
	readonly busy: number;
	/** Jobs that wait for their time. */
	readonly delayed: number;
	/** Milliseconds until the first of them is due. */
	readonly nextInMs: number;
}

/** The queue of deliveries, seen from outside. Waits while Redis is away. */
export interface WatchedQueue {
	progress(minute: number): Promise<Progress>;
	/** Lets jobs go that are due within that time, as if it had passed. */
	passTime(ms: number): Promise<void>;
	close(): Promise<void>;
}

/** BullMQ keeps the time in the upper part of the score, and an order in the lower twelve bits. */
const SCORE_PER_MS = 0x1000;

export function watchQueue(redis: RedisClient): WatchedQueue {
	const queue = openDeliveryQueue(redis);
	queue.on('error', () => undefined);
	const delayed = queue.toKey('delayed');

	return {
		async progress(minute) {
			const cursors = await Promise.all(
				Array.from({ length: NUDGE_SHARDS }, (_none, shard) => redis.get(cursor(shard))),
			);
			const counts = await queue.getJobCounts();
			const [, score] = await redis.zrange(delayed, '0', '0', 'WITHSCORES');
			const { active = 0, waiting = 0, prioritized = 0, paused = 0, delayed: late = 0 } = counts;
			return {
				looked: cursors.every((each) => Number(each) >= minute),
				busy: active + waiting + prioritized + paused,
				delayed: late,
				nextInMs: score === undefined ? 0 : Number(score) / SCORE_PER_MS - Date.now(),
			};
		},
		async passTime(ms) {
			const upTo = (Date.now() + ms + 1) * SCORE_PER_MS;
			const ids = await redis.zrangebyscore(delayed, '0', String(upTo));
			for (const id of ids) {
				const job = await queue.getJob(id);
				// It may have gone by itself meanwhile.
				await job?.promote().catch(() => undefined);
			}
		},
		close: () => queue.close(),
	};
}
