import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Redis } from 'ioredis';
import { DELIVERY_QUEUE, deliveryJob } from '../../src/nudges/delivery-job.ts';
import { createNudgeWorker } from '../../src/nudges/delivery-worker.ts';
import type { NudgeEvent } from '../../src/nudges/events.ts';
import { loadNudgeContent } from '../../src/nudges/load-nudge-content.ts';
import { createTicker } from '../../src/nudges/ticker.ts';
import { cursor, NUDGE_SHARDS, QUEUE_PREFIX } from '../../src/redis/keys.ts';
import { CONCURRENCY, drainQueue } from './drain-queue.ts';

/** The product's own ticker and worker on a clock that stands where it is put. */
export interface GutsyRoad {
	/** Says that everything before that minute has been seen to. */
	startAt(now: number): Promise<void>;
	/** Puts the clock there (epoch milliseconds) and enqueues what is due. Returns how many deliveries. */
	tickAt(now: number): Promise<number>;
	/** Takes that many from the queue and does nothing about them. */
	drain(count: number): Promise<void>;
	/** Delivers that many with all that belongs to it, to a Discord that takes every message at once. */
	deliver(count: number): Promise<void>;
	close(): Promise<void>;
}

const MINUTE_MS = 60_000;
/** So many a second that no delivery waits for its slot. */
const NO_LIMIT = 1_000_000;

export async function openGutsyRoad(redis: Redis, now: number): Promise<GutsyRoad> {
	const faqIds = readdirSync('content/faq').map((file) => basename(file, '.md'));
	const content = await loadNudgeContent('content', new Set(faqIds));
	let clock = now;
	const counts = new Map<NudgeEvent, number>();
	let onCount = () => {};
	const common = {
		redis,
		clock: () => clock,
		log: { info() {}, warn: tell, error: tell },
		count(event: NudgeEvent, amount: number) {
			counts.set(event, (counts.get(event) ?? 0) + amount);
			onCount();
		},
	};
	const counted = (event: NudgeEvent) => counts.get(event) ?? 0;

	async function startAt(next: number): Promise<void> {
		clock = next;
		const minute = Math.floor(next / MINUTE_MS);
		for (let shard = 0; shard < NUDGE_SHARDS; shard += 1) await redis.set(cursor(shard), minute);
	}
	await startAt(now);
	const ticker = await createTicker({ ...common, monotonic: () => performance.now() });
	await ticker.tickNow();

	return {
		startAt,
		async tickAt(next) {
			clock = next;
			const before = counted('enqueued');
			await ticker.clockMoved();
			return counted('enqueued') - before;
		},
		drain: (count) =>
			drainQueue(
				DELIVERY_QUEUE,
				{ connection: redis, prefix: QUEUE_PREFIX },
				(data) => deliveryJob.parse(data).members.length,
				count,
			),
		async deliver(count) {
			const enough = counted('sent') + count;
			const all = new Promise<void>((resolve) => {
				onCount = () => counted('sent') >= enough && resolve();
			});
			const worker = await createNudgeWorker({
				...common,
				content,
				send: async () => ({ kind: 'sent', messageId: '1' }),
				sendRate: NO_LIMIT,
				concurrency: CONCURRENCY,
				onUnauthorized() {},
			});
			await all;
			await worker.close();
		},
		close: ticker.close,
	};
}

function tell(fields: object, message: string): void {
	console.error(message, fields);
}
