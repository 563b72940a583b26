import { setMaxListeners } from 'node:events';
import { type Job, Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { countInterruptions } from '../redis/interruptions.ts';
import { QUEUE_PREFIX } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { countNotDue, createDeliver } from './deliver.ts';
import type { SendNudge } from './delivery.ts';
import { DELIVERY_QUEUE, type DeliveryJob, deliveryJob, deliveryJobOptions } from './delivery-job.ts';
import { createDeliveryLedger, type Delivery } from './delivery-ledger.ts';
import type { CountNudges, NudgeLog } from './events.ts';
import { isLate } from './lateness.ts';
import type { NudgeContent } from './nudge-content.ts';
import { seldom } from './seldom.ts';
import { createSlots } from './slots.ts';

/** Sends what the tickers found due. Any number of processes may have one. */
export interface NudgeWorker {
	/** Ends after the sends that are under way; what was not begun goes back to the queue. */
	close(): Promise<void>;
}

export interface NudgeWorkerOptions {
	/** A client with `maxRetriesPerRequest: null`. */
	readonly redis: RedisClient;
	readonly content: NudgeContent;
	readonly send: SendNudge;
	readonly clock: Clock;
	/** Messages a second, all processes together. */
	readonly sendRate: number;
	readonly log: NudgeLog;
	readonly count: CountNudges;
	/** Called once when Discord no longer takes our token. The worker has stopped by itself, the queue keeps the rest. */
	readonly onUnauthorized: () => void;
	/** Jobs at a time; each sends one message after another. */
	readonly concurrency?: number;
	readonly retryDelaysMs?: readonly number[];
	/** How long a job of a process that ended unexpectedly waits before another takes it over. */
	readonly lockDurationMs?: number;
	/** Milliseconds since some fixed moment, never set. */
	readonly monotonic?: () => number;
}

export async function createNudgeWorker(options: NudgeWorkerOptions): Promise<NudgeWorker> {
	const { redis, content, send, clock, sendRate, log, count, onUnauthorized } = options;
	const {
		concurrency = 10,
		retryDelaysMs = [2_000, 5_000, 15_000, 40_000],
		lockDurationMs = 30_000,
		monotonic = () => performance.now(),
	} = options;
	const connection = { connection: redis, prefix: QUEUE_PREFIX };
	const stopping = new AbortController();
	// Every job at work waits for it, which is more than Node expects of one signal.
	setMaxListeners(concurrency + 1, stopping.signal);
	const ledger = createDeliveryLedger(redis, clock);
	const slots = createSlots({ redis, rate: sendRate });
	const deliver = createDeliver({
		ledger,
		content,
		send,
		count,
		retryDelaysMs,
		onFailure: seldom(monotonic, (err: unknown, leftOut) =>
			log.warn({ err, leftOut }, 'A nudge could not be sent'),
		),
		onRejected: seldom(monotonic, (code: number, leftOut) =>
			log.error({ code, leftOut }, 'Discord does not take a nudge as Gutsy wrote it: it is left out'),
		),
	});
	const queue = new Queue<DeliveryJob>(DELIVERY_QUEUE, connection);
	const interruptions = countInterruptions(redis);

	async function work(job: DeliveryJob): Promise<'finished' | 'stopped'> {
		// One put off is looked at in any case, for it stays in the store until that tells that it came too late.
		if (job.kind === 'daily' && isLate(job.strikeAt, clock())) {
			count('late', job.members.length);
			return 'finished';
		}
		const deliveries = await stillDue(job);
		for (const [settled, delivery] of deliveries.entries()) {
			if (!(await takeSlot())) return 'stopped';
			// Slots are long in coming when many wait for them, and while Redis is away.
			if (isLate(job.strikeAt, clock())) {
				count('late', deliveries.length - settled);
				return 'finished';
			}
			const delivered = await deliver(delivery, job.tries);
			if (delivered.kind === 'unauthorized') {
				giveUp();
				return 'stopped';
			}
			if (delivered.kind === 'again') await putOff(job, delivery.memberId, delivered);
		}
		return 'finished';
	}

	/** Leaves out, before any slot is spent on them, members who stopped or have theirs from a former run of the job. */
	async function stillDue(job: DeliveryJob): Promise<Delivery[]> {
		const deliveries = job.members.map((memberId) => deliveryOf(job, memberId));
		const answers = await Promise.all(deliveries.map((delivery) => ledger.peek(delivery)));
		return deliveries.filter((_delivery, index) => {
			const answer = answers[index];
			if (answer === 'due') return true;
			if (answer !== undefined) countNotDue(count, answer);
			return false;
		});
	}

	async function takeSlot(): Promise<boolean> {
		try {
			await slots.take(stopping.signal);
			return true;
		} catch (error) {
			if (stopping.signal.aborted) return false;
			throw error;
		}
	}

	/** Makes the delivery a job of its own, so that one member's trouble holds up nobody else. None that could only be late. */
	async function putOff(
		job: DeliveryJob,
		memberId: Snowflake,
		{ delayMs, failed }: { delayMs: number; failed: boolean },
	): Promise<void> {
		if (isLate(job.strikeAt, clock() + delayMs)) {
			count('late', 1);
			return;
		}
		const tries = failed ? job.tries + 1 : job.tries;
		const own = { ...job, members: [memberId], turn: job.turn + 1, tries };
		await queue.add('deliver', own, deliveryJobOptions(own, delayMs));
	}

	function giveUp(): void {
		if (stopping.signal.aborted) return;
		stopping.abort();
		worker
			.pause(true)
			.catch((error: unknown) => log.warn({ err: error }, 'The nudge worker could not be paused'));
		log.error({}, 'Discord refused the token (401): nudges stop until Gutsy is started with a valid one');
		onUnauthorized();
	}

	const worker = new Worker<DeliveryJob>(
		DELIVERY_QUEUE,
		async (job, token) => {
			const before = interruptions.count();
			// What was put off into jobs of their own may be lost when Redis was away. Done again, the job finds the rest done.
			if ((await work(parseJob(job))) === 'finished' && interruptions.count() === before) return;
			await job.moveToWait(token);
			throw new WaitingError();
		},
		{
			...connection,
			concurrency,
			lockDuration: lockDurationMs,
			stalledInterval: lockDurationMs,
			// A job whose process ends is not at fault, however often it happens. BullMQ's default drops it the second time.
			maxStalledCount: Number.MAX_SAFE_INTEGER,
		},
	);
	const onError = seldom(monotonic, (err: Error, leftOut) =>
		log.warn({ err, leftOut }, 'The nudge queues have trouble with Redis'),
	);
	queue.on('error', onError);
	worker.on('error', onError);
	worker.on('failed', (job, error) =>
		log.error({ jobId: job?.id, err: error }, 'A job of nudges failed and is tried again'),
	);
	await worker.waitUntilReady();

	return {
		async close() {
			stopping.abort();
			await worker.close();
			interruptions.stop();
			await queue.close();
		},
	};
}

function parseJob(job: Job): DeliveryJob {
	const result = deliveryJob.safeParse(job.data);
	if (result.success) return result.data;
	throw new UnrecoverableError(`Job ${job.id} is not a delivery`);
}

function deliveryOf(job: DeliveryJob, memberId: Snowflake): Delivery {
	if (job.kind === 'later') return { kind: 'later', memberId, epochMinute: job.epochMinute };
	const { zone, day, time } = job;
	return { kind: 'daily', memberId, zone, day, time };
}
