import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SendOutcome } from '../../src/nudges/delivery.ts';
import { type DeliveryJob, deliveryJobId, deliveryJobOptions } from '../../src/nudges/delivery-job.ts';
import { createFindDeparted } from '../../src/nudges/departed.ts';
import { createDueStore } from '../../src/nudges/due-store.ts';
import { heedDepartures } from '../../src/nudges/heed-departures.ts';
import { shardOf } from '../../src/nudges/member-keys.ts';
import { createPutOff } from '../../src/nudges/put-off.ts';
import { createQueuedMembers, type QueuedMembers } from '../../src/nudges/queued-members.ts';
import { createTakeOut } from '../../src/nudges/take-out.ts';
import { createTick } from '../../src/nudges/tick.ts';
import { everythingIn } from '../support/whole-store.ts';
import { useRoad } from './road.ts';
import { someMembers } from './stage.ts';

const road = useRoad();
// All of one shard, so that one job holds them.
const together = someMembers(300).filter(
	(member, _index, [first = '']) => shardOf(member) === shardOf(first),
);
const [ANNA = '', BEN = ''] = together;
const TOO_FAST: SendOutcome = { kind: 'paused', retryAfterMs: 600_000, concerns: 'direct-messages' };

let queued: QueuedMembers;

beforeEach(() => {
	queued = createQueuedMembers(road().client);
	return () => queued.close();
});

/** As `/privacy delete` does it. */
async function deleteAll(member: string): Promise<void> {
	await road().nudges.stop(member);
	await queued.remove(member);
}

const store = () => everythingIn(road().client);
const traces = async () => (await store()).includes(ANNA);

function aJob(members: string[]): DeliveryJob {
	return {
		kind: 'later',
		epochMinute: 1,
		strikeAt: road().clock.now(),
		members,
		turn: 0,
		tries: 0,
	};
}

describe('a member who had everything deleted', () => {
	test.each<[string, 'another' | 'their own', () => SendOutcome]>([
		['all direct messages are halted', 'another', () => TOO_FAST],
		['Discord asks to wait', 'their own', () => ({ kind: 'paused', retryAfterMs: 600_000 })],
		[
			'it is unknown what became of a message',
			'their own',
			() => {
				throw new Error('cut off');
			},
		],
	])('is not put off by a worker that holds their job when %s, during %s', async (_what, during, outcome) => {
		const { receiver } = road();
		const ticker = await road().ticker();
		for (const member of together) await road().optIn(member, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		receiver.answer(async ({ memberId }) => {
			if (during === 'another' || memberId === ANNA) await deleteAll(ANNA);
			return outcome();
		});
		await road().worker({ concurrency: 1, retryDelaysMs: [600_000] });
		await vi.waitFor(
			async () => {
				const { active, waiting } = await road().queue().getJobCounts();
				expect([active, waiting]).toEqual([0, 0]);
			},
			{ timeout: 15_000, interval: 10 },
		);
		expect(await store()).toContain(BEN);
		expect(await traces()).toBe(false);
	});

	test('is in no job while the only one that had them is being worked on', async () => {
		const { receiver, counter } = road();
		const ticker = await road().ticker();
		await road().optIn(ANNA, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		const during = new Promise<boolean>((resolve) => {
			receiver.answer(async (_message, take) => {
				await deleteAll(ANNA);
				resolve(await traces());
				return take();
			});
		});
		await road().worker();
		expect(await during).toBe(false);
		await counter.until('sent', 1);
		await road().drained();
		expect(await traces()).toBe(false);
	});

	test('is taken out again when put off at that very moment', async () => {
		const queue = road().queue();
		const { client, clock, counter } = road();
		for (const member of [ANNA, BEN]) await road().optIn(member, 'diet', '8');
		const putOff = createPutOff({
			queue: {
				add: async (name, data, options) => {
					await deleteAll(ANNA);
					return queue.add(name, data, options);
				},
			},
			findDeparted: createFindDeparted(client),
			takeOut: createTakeOut(client, queue),
			clock: clock.now,
			count: counter.count,
		});
		await putOff(aJob([ANNA, BEN]), [ANNA, BEN], { delayMs: 600_000, failed: false });
		expect((await queue.getDelayed()).map(({ data }) => data.members)).toEqual([[BEN]]);
		expect(await traces()).toBe(false);
	});

	test('is taken out of a job also when it cannot be told who left another', async () => {
		const left: string[] = [];
		const jobs = [aJob([ANNA]), aJob([BEN]), { ...aJob([ANNA, BEN]), epochMinute: 2 }];
		const tick = heedDepartures({
			redis: road().client,
			makeTick: (enqueue) => async () => {
				await enqueue(jobs);
				throw new Error('No shard was looked at');
			},
			enqueue: () => deleteAll(ANNA),
			findDeparted: async (members) => {
				if (members.includes(ANNA)) return [ANNA];
				throw new Error('A node is away');
			},
			takeOut: async (jobId) => void left.push(jobId),
		});
		await expect(tick(0)).rejects.toThrow();
		expect(left).toEqual([jobs[0], jobs[2]].map((job) => job && deliveryJobId(job)));
	});

	test('is taken out again when a tick queues them at that very moment', async () => {
		const queue = road().queue();
		const { client, clock, log, counter } = road();
		await road().optIn(ANNA, 'diet', '8');
		const tick = heedDepartures({
			redis: client,
			makeTick: (enqueue) =>
				createTick({
					store: createDueStore(client),
					enqueue,
					log,
					count: counter.count,
					interruptions: () => 0,
				}),
			enqueue: async (jobs) => {
				await deleteAll(ANNA);
				await queue.addBulk(
					jobs.map((data) => ({ name: 'deliver', data, opts: deliveryJobOptions(data, 600_000) })),
				);
			},
			findDeparted: createFindDeparted(client),
			takeOut: createTakeOut(client, queue),
		});
		clock.set('2026-01-05T08:00:05Z');
		await tick(clock.now());
		expect(counter.of('enqueued')).toBe(1);
		expect(await queue.count()).toBe(0);
		expect(await traces()).toBe(false);
	});
});

describe('taking members out of a job', () => {
	test('loses nobody and keeps nobody when several leave at once', async () => {
		const queue = road().queue();
		const members = together.slice(0, 10);
		const job = aJob(members);
		await queue.add('deliver', job, deliveryJobOptions(job, 600_000));
		await Promise.all(members.slice(1).map((member) => queued.remove(member)));
		const found = await queue.getJob(deliveryJobId(job));
		expect(found?.data).toEqual({ ...job, members: members.slice(0, 1) });
	});

	test('does nothing to a job that is done meanwhile', async () => {
		await createTakeOut(road().client, road().queue())('nudge-none', [ANNA]);
		expect(await road().client.keys('*nudge-none*')).toEqual([]);
	});

	test('leaves no name of a job that was being worked on and ended afterwards, once another is queued', async () => {
		const { receiver } = road();
		const ticker = await road().ticker();
		await road().optIn(ANNA, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		const [job] = await road().queue().getJobs();
		receiver.answer(async (_message, take) => {
			await deleteAll(ANNA);
			return take();
		});
		await road().worker();
		await road().counter.until('sent', 1);
		await road().drained();
		expect(job?.id).toMatch(/^nudge-/);
		await road()
			.queue()
			.add('deliver', aJob([BEN]), deliveryJobOptions(aJob([BEN]), 600_000));
		expect(await store()).not.toContain(job?.id);
	});

	test('leaves no name by which the job could be told to be theirs', async () => {
		const queue = road().queue();
		const job = aJob([ANNA]);
		await queue.add('deliver', job, deliveryJobOptions(job, 600_000));
		expect(await store()).toContain(deliveryJobId(job));
		await queued.remove(ANNA);
		expect(await store()).not.toContain(deliveryJobId(job));
	});
});
