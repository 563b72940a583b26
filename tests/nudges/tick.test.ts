import { beforeEach, describe, expect, test } from 'vitest';
import { type DeliveryJob, deliveryJobId } from '../../src/nudges/delivery-job.ts';
import { createDueStore, type DueStore } from '../../src/nudges/due-store.ts';
import { formatLocalDay } from '../../src/nudges/local-day.ts';
import { formatLocalTime, parseLocalTime } from '../../src/nudges/local-time.ts';
import { shardOf } from '../../src/nudges/member-keys.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { createTick } from '../../src/nudges/tick.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { cursor, dueSet, NUDGE_SHARDS, zonesInUse } from '../../src/redis/keys.ts';
import { aLog } from '../support/a-log.ts';
import { useRedis } from '../support/redis.ts';
import { aCounter, someMembers } from './stage.ts';

const redis = useRedis();

let store: DueStore;
let jobs: DeliveryJob[];
let counter: ReturnType<typeof aCounter>;
let log: ReturnType<typeof aLog>;

beforeEach(() => {
	store = createDueStore(redis.client);
	jobs = [];
	counter = aCounter();
	log = aLog();
});

async function tick(at: string, changes: Partial<DueStore> = {}): Promise<void> {
	const enqueue = async (more: readonly DeliveryJob[]) => {
		jobs.push(...more);
	};
	await createTick({
		store: { ...store, ...changes },
		enqueue,
		log,
		count: counter.count,
		interruptions: () => 0,
	})(Date.parse(at));
}

async function subscribe(memberId: string, time: string, zone = 'UTC'): Promise<void> {
	const now = Date.parse('2026-01-01T00:00Z');
	const times = new Map([['diet' as const, parseLocalTime(time)]]);
	const request = {
		zone: timeZone.parse(zone),
		times,
		channelId: '200',
		consent: { version: 1, at: now },
		exact: true,
	};
	await createSubscriptions(redis.client).start(memberId, request, now);
}

/** Who was enqueued for when, a line for each member. */
function enqueued(): string[] {
	return jobs.flatMap((job) =>
		job.members.map((member) =>
			job.kind === 'later'
				? `${member} later ${job.epochMinute}`
				: `${member} ${job.zone} ${formatLocalDay(job.day)} ${formatLocalTime(job.time)}`,
		),
	);
}

describe('a tick', () => {
	test('enqueues what came due since the last one, once', async () => {
		await subscribe('101', '8');
		await subscribe('102', '8:02');
		await subscribe('103', '17', 'Asia/Tokyo');
		await tick('2026-01-05T07:59:59Z');
		expect(enqueued()).toEqual([]);
		await tick('2026-01-05T08:00:00Z');
		expect(enqueued().sort()).toEqual(['101 UTC 2026-01-05 08:00', '103 Asia/Tokyo 2026-01-05 17:00']);
		await tick('2026-01-05T08:00:15Z');
		await tick('2026-01-05T08:01:59Z');
		expect(enqueued()).toHaveLength(2);
		await tick('2026-01-05T08:05:00Z');
		expect(enqueued().at(-1)).toBe('102 UTC 2026-01-05 08:02');
		expect(counter.of('enqueued')).toBe(3);
	});

	test('says when the time struck', async () => {
		await subscribe('101', '8');
		await tick('2026-01-05T07:00Z');
		await tick('2026-01-05T08:10Z');
		expect(jobs.map(({ strikeAt }) => strikeAt)).toEqual([Date.parse('2026-01-05T08:00Z')]);
	});

	test('that ends between enqueueing and advancing is repeated with the same jobs', async () => {
		for (const member of someMembers(30)) await subscribe(member, '8');
		await tick('2026-01-05T07:59Z');
		const ending = { advance: () => Promise.reject(new Error('The process ended')) };
		await expect(tick('2026-01-05T08:00Z', ending)).rejects.toMatchObject({
			cause: new Error('The process ended'),
		});
		const first = jobs.map(deliveryJobId);
		expect(first.length).toBeGreaterThan(0);
		jobs = [];
		await tick('2026-01-05T08:00:15Z');
		expect(jobs.map(deliveryJobId).slice(0, first.length)).toEqual(first);
		expect(new Set(enqueued()).size).toBe(30);
	});

	test('leaves the cursor to a ticker that was faster', async () => {
		await tick('2026-01-05T08:00Z');
		const minute = Date.parse('2026-01-05T08:00Z') / 60_000;
		expect(await store.advance(0, minute - 1, minute + 5)).toBe(false);
		expect(await store.cursor(0)).toBe(minute);
	});

	test('puts at most 50 members into a job', async () => {
		const members = someMembers(1_200);
		for (const member of members) await subscribe(member, '8');
		await tick('2026-01-05T07:59Z');
		await tick('2026-01-05T08:00Z');
		expect(Math.max(...jobs.map(({ members: some }) => some.length))).toBe(50);
		expect(jobs.flatMap(({ members: some }) => some).sort()).toEqual(members.toSorted());
		expect(new Set(jobs.map(deliveryJobId)).size).toBe(jobs.length);
	});

	test('after an outage skips and counts what is more than two hours late', async () => {
		await subscribe('101', '8');
		await subscribe('102', '9');
		await tick('2026-01-05T07:00Z');
		await tick('2026-01-05T10:30Z');
		expect(enqueued()).toEqual(['102 UTC 2026-01-05 09:00']);
		expect(counter.of('late')).toBe(1);
	});

	test('after an outage of days sends nothing twice', async () => {
		await subscribe('101', '8');
		await tick('2026-01-05T07:00Z');
		await tick('2026-01-09T08:30Z');
		expect(enqueued()).toEqual(['101 UTC 2026-01-09 08:00']);
	});

	test('that is the first ever looks back as far as anything can still be sent', async () => {
		await subscribe('101', '8');
		await subscribe('102', '5');
		await tick('2026-01-05T08:30Z');
		expect(enqueued()).toEqual(['101 UTC 2026-01-05 08:00']);
	});

	test('puts back a cursor from a clock that was wrong', async () => {
		await subscribe('101', '8');
		await tick('2026-01-06T00:00Z');
		await tick('2026-01-05T07:59Z');
		expect(log.lines).toHaveLength(NUDGE_SHARDS);
		await tick('2026-01-05T08:00Z');
		expect(enqueued()).toContain('101 UTC 2026-01-05 08:00');
	});

	test('waits for a clock that was put back a little', async () => {
		await tick('2026-01-05T08:01Z');
		await tick('2026-01-05T08:00Z');
		expect(await store.cursor(3)).toBe(Date.parse('2026-01-05T08:01Z') / 60_000);
		expect(log.lines).toEqual([]);
	});

	test('fires a time inside a gap when the clock jumps, and one in a repeated hour once', async () => {
		await subscribe('101', '2:30', 'Europe/Berlin');
		await tick('2026-03-29T00:59Z');
		await tick('2026-03-29T01:00Z');
		expect(enqueued()).toEqual(['101 Europe/Berlin 2026-03-29 02:30']);
		await tick('2026-10-25T00:29Z');
		jobs = [];
		for (const time of ['00:30', '00:59', '01:29', '01:30', '01:31', '02:30'])
			await tick(`2026-10-25T${time}Z`);
		expect(enqueued()).toEqual(['101 Europe/Berlin 2026-10-25 02:30']);
	});
});

describe('what cannot be read', () => {
	const members = someMembers(60);
	const eight = parseLocalTime('8');
	const everyShard = Array.from({ length: NUDGE_SHARDS }, (_none, shard) => shard);

	beforeEach(async () => {
		for (const member of members) await subscribe(member, '8');
		await tick('2026-01-05T07:59Z');
	});

	async function damageAll(damage: (shard: number) => Promise<unknown>): Promise<void> {
		await Promise.all(everyShard.map(damage));
	}

	test.each([
		[
			'a zone that this Node does not know',
			(shard: number) => redis.client.sadd(zonesInUse(shard), 'Mars/Olympus'),
		],
		[
			'an entry that is no member',
			(shard: number) => redis.client.sadd(dueSet(shard, 'UTC', eight), 'Olympus'),
		],
		['a cursor', (shard: number) => redis.client.set(cursor(shard), 'Olympus')],
		['a cursor beyond all numbers', (shard: number) => redis.client.set(cursor(shard), '9'.repeat(30))],
	])('%s is left out, counted, and logged once without its text', async (_case, damage) => {
		await damageAll(damage);
		await tick('2026-01-05T08:00Z');
		expect(jobs.flatMap(({ members: some }) => some).sort()).toEqual(members.toSorted());
		expect(counter.of('enqueued')).toBe(60);
		expect(counter.of('corrupt')).toBe(NUDGE_SHARDS);
		expect(log.lines.map(({ level, fields }) => ({ level, fields }))).toEqual([
			{ level: 'error', fields: { values: NUDGE_SHARDS, shards: everyShard } },
		]);
		expect(JSON.stringify(log.lines)).not.toContain('Olympus');
		expect(await store.cursor(0)).toBe(Date.parse('2026-01-05T08:00Z') / 60_000);
	});

	test('holds up no other due set of its shard', async () => {
		await damageAll(async (shard) => {
			await redis.client.sadd(zonesInUse(shard), 'Etc/UTC');
			await redis.client.set(dueSet(shard, 'Etc/UTC', eight), 'no set');
		});
		await tick('2026-01-05T08:00Z');
		expect(enqueued()).toHaveLength(60);
		expect(counter.of('corrupt')).toBe(NUDGE_SHARDS);
	});

	test('holds up no other shard, and is told when all have had their turn', async () => {
		await redis.client.del(zonesInUse(0));
		await redis.client.set(zonesInUse(0), 'no set');
		await expect(tick('2026-01-05T08:00Z')).rejects.toThrow('1 of 16 shards');
		const others = members.filter((member) => shardOf(member) !== 0);
		expect(jobs.flatMap(({ members: some }) => some).sort()).toEqual(others.toSorted());
		expect(others.length).toBeLessThan(60);
	});
});
