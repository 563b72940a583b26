import { Queue, Worker } from 'bullmq';
import type { Clock } from '../core/clock.ts';
import { seldom } from '../core/seldom.ts';
import { countInterruptions } from '../redis/interruptions.ts';
import { QUEUE_PREFIX } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { createClockGuard } from './clock-guard.ts';
import { type DeliveryJob, deliveryJobOptions } from './delivery-job.ts';
import { openDeliveryQueue } from './delivery-queue.ts';
import { createFindDeparted } from './departed.ts';
import { createDueStore } from './due-store.ts';
import type { CountNudges, NudgeLog } from './events.ts';
import { heedDepartures } from './heed-departures.ts';
import { createTakeOut } from './take-out.ts';
import { createTick, type Tick } from './tick.ts';

/** Finds what is due, over and over. Any number of processes may have one. */
export interface Ticker {
	/** Looks once, after any look that is under way. Does nothing while a leap of the clock is in doubt. */
	tickNow(): Promise<void>;
	/** Believes the clock whatever it shows and looks once: for whoever moved it on purpose. */
	clockMoved(): Promise<void>;
	/** Ends after the look that is under way. */
	close(): Promise<void>;
}

export interface TickerOptions {
	/** A client with `maxRetriesPerRequest: null`. */
	readonly redis: RedisClient;
	readonly clock: Clock;
	/** Milliseconds since some fixed moment, never set, such as `performance.now`. */
	readonly monotonic: () => number;
	readonly log: NudgeLog;
	readonly count: CountNudges;
}

const TICK_QUEUE = 'nudge-tick';
const TICK_EVERY_MS = 15_000;
const LONGEST_SILENCE_MS = 45_000;
/** Jobs a call: more would hold up the process for longer without being faster. */
const BULK_SIZE = 100;

export async function createTicker({ redis, clock, monotonic, log, count }: TickerOptions): Promise<Ticker> {
	const connection = { connection: redis, prefix: QUEUE_PREFIX };
	const deliveries = openDeliveryQueue(redis);
	const ticks = new Queue(TICK_QUEUE, connection);
	const guard = createClockGuard({
		clock,
		monotonic,
		onLeap: (leapMs) => log.warn({ leapMs }, 'The clock leapt ahead: nudges wait until it is sure'),
	});
	const interruptions = countInterruptions(redis);
	const tick = heedDepartures({
		redis,
		makeTick: (enqueue) =>
			createTick({ store: createDueStore(redis), enqueue, log, count, interruptions: interruptions.count }),
		enqueue: (jobs) => addJobs(deliveries, jobs),
		findDeparted: createFindDeparted(redis),
		takeOut: createTakeOut(redis, deliveries),
	});
	const { run, idle, lastRun } = oneAtATime(tick, guard.read, monotonic);

	const worker = new Worker(TICK_QUEUE, () => run(), {
		...connection,
		maxStalledCount: Number.MAX_SAFE_INTEGER,
	});
	// BullMQ's schedulers stop when the clock is put back and have been seen to stall. This timer does neither.
	const watchdog = setInterval(() => {
		if (monotonic() - lastRun() < LONGEST_SILENCE_MS) return;
		run().catch((error: unknown) => log.error({ err: error }, 'Looking for due nudges failed'));
	}, TICK_EVERY_MS);
	watchdog.unref();
	const onError = seldom(monotonic, (err: Error, leftOut) =>
		log.warn({ err, leftOut }, 'The nudge queues have trouble with Redis'),
	);
	deliveries.on('error', onError);
	ticks.on('error', onError);
	worker.on('error', onError);
	worker.on('failed', (_job, error) => log.error({ err: error }, 'Looking for due nudges failed'));
	await ticks.upsertJobScheduler(
		'tick',
		{ every: TICK_EVERY_MS },
		{ opts: { removeOnComplete: true, removeOnFail: true } },
	);

	return {
		tickNow: run,
		clockMoved() {
			guard.believe();
			return run();
		},
		async close() {
			clearInterval(watchdog);
			interruptions.stop();
			await worker.close();
			await idle();
			await Promise.all([deliveries.close(), ticks.close()]);
		},
	};
}

async function addJobs(queue: Queue<DeliveryJob>, jobs: readonly DeliveryJob[]): Promise<void> {
	for (let start = 0; start < jobs.length; start += BULK_SIZE) {
		await queue.addBulk(
			jobs
				.slice(start, start + BULK_SIZE)
				.map((job) => ({ name: 'deliver', data: job, opts: deliveryJobOptions(job) })),
		);
	}
}

/** Runs ticks one after another. Who asks during one gets the next, which sees whatever changed meanwhile. */
function oneAtATime(tick: Tick, readClock: () => number | undefined, monotonic: () => number) {
	let running: Promise<void> = Promise.resolve();
	let next: Promise<void> | undefined;
	let lastRun = monotonic();

	async function once(): Promise<void> {
		await running.catch(() => {});
		next = undefined;
		lastRun = monotonic();
		const now = readClock();
		running = now === undefined ? Promise.resolve() : tick(now);
		await running;
	}

	return {
		run(): Promise<void> {
			next ??= once();
			return next;
		},
		idle: () => (next ?? running).catch(() => {}),
		lastRun: () => lastRun,
	};
}
