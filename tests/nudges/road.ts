import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { openDeliveryQueue } from '../../src/nudges/delivery-queue.ts';
import {
	createNudgeWorker,
	type NudgeWorker,
	type NudgeWorkerOptions,
} from '../../src/nudges/delivery-worker.ts';
import { createNudgeAnswers, type NudgeAnswers } from '../../src/nudges/nudge-answers.ts';
import { createNudges, type Nudges } from '../../src/nudges/nudges.ts';
import { createSubscriptions, type Subscriptions } from '../../src/nudges/subscriptions.ts';
import { createTicker, type Ticker } from '../../src/nudges/ticker.ts';
import { QUEUE_PREFIX } from '../../src/redis/keys.ts';
import { aLog } from '../support/a-log.ts';
import { type TestRedis, useRedis } from '../support/redis.ts';
import { aClock, aContent, aCounter, aPatientClient, aReceiver } from './stage.ts';

/** All that a nudge passes on its way, on a real Redis and real queues, set up afresh for each test. */
export interface Road {
	readonly redis: TestRedis;
	readonly client: Redis;
	readonly clock: ReturnType<typeof aClock>;
	readonly receiver: ReturnType<typeof aReceiver>;
	readonly counter: ReturnType<typeof aCounter>;
	readonly log: ReturnType<typeof aLog>;
	readonly nudges: Nudges;
	readonly answers: NudgeAnswers;
	readonly subscriptions: Subscriptions;
	ticker(): Promise<Ticker>;
	worker(changes?: Partial<NudgeWorkerOptions>): Promise<NudgeWorker>;
	queue(name?: string): Queue;
	/** Opts in with the zone UTC. */
	optIn(memberId: string, topics: string, time?: string): Promise<void>;
	tickAt(ticker: Ticker, instant: string): Promise<void>;
	/** Waits until every delivery job is done, retries included. */
	drained(): Promise<void>;
}

/** Returns a function, because the road of a test exists only while that test runs. */
export function useRoad(): () => Road {
	const redis = useRedis();
	let road: Road | undefined;
	let closing: (() => Promise<unknown>)[] = [];

	beforeEach(() => {
		closing = [];
		road = build(redis, (close) => closing.push(close));
	});
	afterEach(async () => {
		for (const close of closing.toReversed()) await close();
	});

	return () => {
		if (road === undefined) throw new Error('The road is there from beforeEach on');
		return road;
	};
}

function build(redis: TestRedis, onEnd: (close: () => Promise<unknown>) => void): Road {
	const client = aPatientClient(redis.socketPath);
	onEnd(async () => client.disconnect());
	const clock = aClock('2026-01-05T06:00Z');
	const receiver = aReceiver(clock.now);
	const counter = aCounter();
	const log = aLog();
	const subscriptions = createSubscriptions(redis.client);
	const nudges = createNudges({ subscriptions, clock: clock.now });
	const answers = createNudgeAnswers(subscriptions, clock.now);
	const common = { redis: client, clock: clock.now, log, count: counter.count };

	function queue(name?: string): Queue {
		const opened =
			name === undefined
				? openDeliveryQueue(client)
				: new Queue(name, { connection: client, prefix: QUEUE_PREFIX });
		onEnd(() => opened.close());
		return opened;
	}

	return {
		redis,
		client,
		clock,
		receiver,
		counter,
		log,
		nudges,
		answers,
		subscriptions,
		queue,
		async ticker() {
			const ticker = await createTicker({ ...common, monotonic: () => performance.now() });
			onEnd(ticker.close);
			return ticker;
		},
		async worker(changes = {}) {
			const worker = await createNudgeWorker({
				...common,
				content: aContent,
				send: receiver.send,
				sendRate: 2_000,
				onUnauthorized() {},
				retryDelaysMs: [1, 1, 1],
				lockDurationMs: 500,
				...changes,
			});
			onEnd(worker.close);
			return worker;
		},
		async optIn(memberId, topics, time) {
			const plan = await nudges.plan({ memberId, topics, time, timeZone: 'UTC', exact: true });
			await nudges.start(plan, { channelId: '200', consent: { version: 1, at: clock.now() } });
		},
		async tickAt(ticker, instant) {
			clock.set(instant);
			await ticker.clockMoved();
		},
		async drained() {
			const deliveries = queue();
			await vi.waitFor(
				async () => {
					const { active, waiting, delayed, prioritized } = await deliveries.getJobCounts();
					expect([active, waiting, delayed, prioritized]).toEqual([0, 0, 0, 0]);
				},
				{ timeout: 15_000, interval: 10 },
			);
		},
	};
}
