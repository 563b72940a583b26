import { setMaxListeners } from 'node:events';
import { WaitingError, Worker } from 'bullmq';
import type { Clock } from '../core/clock.ts';
import { seldom } from '../core/seldom.ts';
import { countInterruptions } from '../redis/interruptions.ts';
import { QUEUE_PREFIX } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { type AnswerTally, createAnswerTally } from './answer-tally.ts';
import { announceBreaker, createBreaker } from './breaker.ts';
import { countNotDue, createDeliver } from './deliver.ts';
import type { SendNudge } from './delivery.ts';
import { DELIVERY_QUEUE, type DeliveryJob } from './delivery-job.ts';
import { createDeliveryLedger, type Delivery } from './delivery-ledger.ts';
import { openDeliveryQueue } from './delivery-queue.ts';
import { createFindDeparted } from './departed.ts';
import type { CountNudges, NudgeLog } from './events.ts';
import { heedOutcomes } from './heed-outcomes.ts';
import { isLate } from './lateness.ts';
import type { NudgeContent } from './nudge-content.ts';
import { createPutOff } from './put-off.ts';
import { occasionOf, parseJob } from './read-job.ts';
import { createSlots, type Turn } from './slots.ts';
import { createTakeOut } from './take-out.ts';

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
	/** What else is counted of Discord's answers in this process. */
	readonly tally?: AnswerTally;
	/** Called once when Discord no longer takes our token. The worker has stopped by itself, the queue keeps the rest. */
	readonly onUnauthorized: () => void;
	/** Called when Discord refused a channel's post. */
	readonly onPostRefused?: () => void;
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
		tally = createAnswerTally(),
		onPostRefused = () => {},
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
	const onError = seldom(monotonic, (err: unknown, leftOut) =>
		log.warn({ err, leftOut }, 'The nudge queues have trouble with Redis'),
	);
	const sending = { redis, tally, onChange: announceBreaker(log, count) };
	const slots = createSlots({ ...sending, rate: sendRate });
	const breaker = createBreaker(sending);
	const deliver = createDeliver({
		ledger,
		content,
		send: heedOutcomes({ send, tally, slots, breaker, onPostRefused, onFailure: onError }),
		count,
		retryDelaysMs,
		onFailure: seldom(monotonic, (err: unknown, leftOut) =>
			log.warn({ err, leftOut }, 'A nudge could not be sent'),
		),
		onRejected: seldom(monotonic, (code: number, leftOut) =>
			log.error({ code, leftOut }, 'Discord does not take a nudge as Gutsy wrote it: it is left out'),
		),
	});
	const queue = openDeliveryQueue(redis);
	const putOff = createPutOff({
		queue,
		findDeparted: createFindDeparted(redis),
		takeOut: createTakeOut(redis, queue),
		clock,
		count,
	});
	const interruptions = countInterruptions(redis);

	async function work(job: DeliveryJob): Promise<'finished' | 'stopped'> {
		// One put off is looked at in any case, for it stays in the store until that tells that it came too late.
		if (job.kind === 'daily' && isLate(job.strikeAt, clock())) {
			count('late', job.members.length);
			return 'finished';
		}
		const deliveries = await stillDue(job);
		for (const [settled, delivery] of deliveries.entries()) {
			const turn = await takeTurn();
			if (turn === undefined) return 'stopped';
			// Slots are long in coming when many wait for them, and while Redis is away.
			if (isLate(job.strikeAt, clock())) {
				count('late', deliveries.length - settled);
				return 'finished';
			}
			if (turn.kind === 'halted') {
				const left = deliveries.slice(settled).map(({ memberId }) => memberId);
				count('paused', left.length);
				await putOff(job, left, { delayMs: turn.forMs, failed: false });
				return 'finished';
			}
			const delivered = await deliver(delivery, job.tries);
			if (turn.trial && delivered.kind === 'sent') await breaker.close();
			if (delivered.kind === 'unauthorized') {
				giveUp();
				return 'stopped';
			}
			if (delivered.kind === 'again') await putOff(job, [delivery.memberId], delivered);
		}
		return 'finished';
	}

	/** Leaves out, before any slot is spent on them, members who stopped or have theirs from a former run of the job. */
	async function stillDue(job: DeliveryJob): Promise<Delivery[]> {
		if (job.members.length === 0) return [];
		const occasion = occasionOf(job);
		const answers = await ledger.peek(occasion, job.members);
		return job.members.flatMap((memberId, index) => {
			const answer = answers[index];
			if (answer === 'due') return [{ ...occasion, memberId }];
			if (answer !== undefined) countNotDue(count, answer);
			return [];
		});
	}

	/** Nothing when the worker stops meanwhile. */
	async function takeTurn(): Promise<Turn | undefined> {
		try {
			return await slots.take(stopping.signal);
		} catch (error) {
			if (stopping.signal.aborted) return undefined;
			throw error;
		}
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
