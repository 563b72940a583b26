import { beforeEach, describe, expect, test } from 'vitest';
import {
	createDeliveryLedger,
	type DailyOccasion,
	type DeliveryLedger,
} from '../../src/nudges/delivery-ledger.ts';
import { localDay, nextLocalDay } from '../../src/nudges/local-day.ts';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { recordsKeyOf, shardOf } from '../../src/nudges/member-keys.ts';
import { createSubscriptions, type Subscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import type { Topic } from '../../src/nudges/topic.ts';
import { dueSet } from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { aClock, someMembers } from './stage.ts';

const redis = useRedis();
const MEMBER = '123456789012345678';
const UTC = timeZone.parse('UTC');
const EIGHT = parseLocalTime('8');
const DAY = localDay.parse(20_458);
const delivery: DailyOccasion & { memberId: string } = {
	kind: 'daily',
	memberId: MEMBER,
	zone: UTC,
	time: EIGHT,
	day: DAY,
};

let clock: ReturnType<typeof aClock>;
let ledger: DeliveryLedger;
let subscriptions: Subscriptions;

beforeEach(async () => {
	clock = aClock('2026-01-05T06:00Z');
	ledger = createDeliveryLedger(redis.client, clock.now);
	subscriptions = createSubscriptions(redis.client);
	await start({ sleep: '8', stress: '13', diet: '8' });
	clock.set('2026-01-05T08:00:05Z');
});

function start(times: Partial<Record<Topic, string>>, zone = UTC, memberId = MEMBER) {
	const request = {
		zone,
		times: new Map(Object.entries(times).map(([topic, time]) => [topic as Topic, parseLocalTime(time)])),
		channelId: '200',
		consent: { version: 1, at: 0 },
		exact: true,
	};
	return subscriptions.start(memberId, request, clock.now());
}

const due = { day: DAY, topics: ['sleep', 'diet'], nonceTopics: ['sleep', 'diet'], firstTry: true };
const settled = { day: DAY, topics: ['sleep', 'diet'] } as const;
/** Without the record, which has tests of its own. */
async function begin(what: typeof delivery) {
	const answer = await ledger.begin(what);
	if (typeof answer === 'string') return answer;
	const { record: _record, ...others } = answer;
	return others;
}
const record = () => subscriptions.read(MEMBER);

describe('begin()', () => {
	test('joins the topics of one minute and notes the intent', async () => {
		expect(await begin(delivery)).toEqual(due);
		expect((await record())?.intents).toEqual([
			{ day: DAY, minute: EIGHT, at: Date.parse('2026-01-05T08:00:05Z'), topics: ['sleep', 'diet'] },
		]);
	});

	test('lets a try be repeated within the nonce window, as the same message', async () => {
		await ledger.begin(delivery);
		clock.pass(120_000);
		expect(await begin(delivery)).toEqual({ ...due, firstTry: false });
	});

	test('repeats the same message without a topic that was stopped in between', async () => {
		await ledger.begin(delivery);
		await subscriptions.stop(MEMBER, ['sleep']);
		expect(await begin(delivery)).toEqual({ ...due, topics: ['diet'], firstTry: false });
	});

	test('does not repeat a try that is older, and settles the day', async () => {
		await ledger.begin(delivery);
		clock.pass(121_000);
		expect(await begin(delivery)).toBe('uncertain');
		expect(await begin(delivery)).toBe('done');
		expect((await record())?.intents).toEqual([]);
	});

	test('sends nothing to who has stopped, and clears the due set', async () => {
		await subscriptions.stop(MEMBER);
		const set = dueSet(shardOf(MEMBER), UTC, EIGHT);
		await redis.client.sadd(set, MEMBER);
		expect(await begin(delivery)).toBe('gone');
		expect(await redis.client.exists(set)).toBe(0);
	});

	test.each([
		['time', () => start({ sleep: '9', diet: '9' })],
		['zone', () => start({ sleep: '8' }, timeZone.parse('Asia/Tokyo'))],
	])('sends nothing to who has moved to another %s', async (_case, move) => {
		await move();
		expect(await begin(delivery)).toBe('gone');
	});

	test('tells a record that cannot be read', async () => {
		await redis.client.hset(recordsKeyOf(MEMBER), MEMBER, 'nonsense');
		expect(await begin(delivery)).toBe('corrupt');
	});
});

test('peek() tells the same and notes nothing', async () => {
	const before = await record();
	expect(await ledger.peek(delivery, [MEMBER])).toEqual(['due']);
	expect(await record()).toEqual(before);
});

test('peek() tells of each member of a job, whatever it tells of the others', async () => {
	const others = someMembers(400).filter((member) => shardOf(member) === shardOf(MEMBER));
	const [stranger = '', unreadable = '', done = ''] = others;
	await redis.client.hset(recordsKeyOf(unreadable), unreadable, 'nonsense');
	await start({ diet: '8' }, UTC, done);
	await redis.client.sadd(dueSet(shardOf(stranger), UTC, EIGHT), stranger);
	const answers = await ledger.peek(delivery, [stranger, MEMBER, unreadable, done]);
	expect(answers).toEqual(['gone', 'due', 'corrupt', 'done']);
	expect(await redis.client.smembers(dueSet(shardOf(stranger), UTC, EIGHT))).toEqual(
		[done, MEMBER].sort((a, b) => Number(BigInt(a) - BigInt(b))),
	);
});

describe('end()', () => {
	test('of a sent message settles its topics for the day and no others', async () => {
		await ledger.begin(delivery);
		await ledger.end(delivery, settled, { kind: 'sent' });
		expect(await begin(delivery)).toBe('done');
		const after = await record();
		expect([...(after?.topics.values() ?? [])].map(({ lastDay }) => lastDay)).toEqual([DAY, undefined, DAY]);
		expect(after?.intents).toEqual([]);
		expect(await begin({ ...delivery, day: nextLocalDay(DAY) })).toEqual({ ...due, day: nextLocalDay(DAY) });
	});

	test('of a released message leaves the day open', async () => {
		await ledger.begin(delivery);
		await ledger.end(delivery, settled, { kind: 'released' });
		clock.pass(600_000);
		expect(await begin(delivery)).toEqual(due);
	});

	test('of a refused message waits for the next day, and suspends after the third', async () => {
		let day = DAY;
		for (const refusals of [1, 2, 3]) {
			expect(await begin({ ...delivery, day })).toEqual({ ...due, day });
			await ledger.end({ ...delivery, day }, { ...settled, day }, { kind: 'refused', code: 50_007 });
			expect((await record())?.refusal).toEqual({ count: refusals, day, code: 50_007 });
			const afternoon = { ...delivery, day, time: parseLocalTime('13') };
			expect(await begin(afternoon)).toBe(refusals < 3 ? 'waiting' : 'suspended');
			day = nextLocalDay(day);
		}
		expect(await begin({ ...delivery, day })).toBe('suspended');
		await start({ sleep: '8' });
		expect(await begin({ ...delivery, day })).toEqual({ ...due, day });
	});

	test.each([
		['suspends at once when there is no such member any more', 10_013, 3, 'suspended'],
		['waits a day when no server is shared', 50_278, 1, 'waiting'],
		['waits a day when the conversation is out of reach', 50_001, 1, 'waiting'],
	] as const)('of a refused message %s', async (_what, code, count, then) => {
		await ledger.begin(delivery);
		await ledger.end(delivery, settled, { kind: 'refused', code });
		expect((await record())?.refusal).toEqual({ count, day: DAY, code });
		expect(await begin({ ...delivery, time: parseLocalTime('13') })).toBe(then);
	});

	test('of a refused message keeps what the member was told', async () => {
		await ledger.begin(delivery);
		await ledger.end(delivery, settled, { kind: 'refused', code: 50_007 });
		await subscriptions.change(MEMBER, (old) => ({
			...old,
			refusal: old.refusal && { ...old.refusal, told: 1 },
		}));
		const tomorrow = { ...delivery, day: nextLocalDay(DAY) };
		await ledger.begin(tomorrow);
		await ledger.end(tomorrow, { ...settled, day: tomorrow.day }, { kind: 'refused', code: 50_278 });
		expect((await record())?.refusal).toEqual({ count: 2, day: tomorrow.day, code: 50_278, told: 1 });
	});

	test('of a message that arrives forgets earlier refusals', async () => {
		await ledger.begin(delivery);
		await ledger.end(delivery, settled, { kind: 'refused', code: 50_278 });
		const tomorrow = { ...delivery, day: nextLocalDay(DAY) };
		await ledger.begin(tomorrow);
		await ledger.end(tomorrow, { ...settled, day: tomorrow.day }, { kind: 'sent' });
		expect((await record())?.refusal).toBeUndefined();
	});

	test('counts a refusal once, however often it is noted', async () => {
		await ledger.begin(delivery);
		await ledger.end(delivery, settled, { kind: 'refused', code: 50_007 });
		await ledger.end(delivery, settled, { kind: 'refused', code: 50_007 });
		expect((await record())?.refusal?.count).toBe(1);
	});

	test('does not bring back who stopped while the message was on its way', async () => {
		await ledger.begin(delivery);
		await subscriptions.stop(MEMBER);
		await ledger.end(delivery, settled, { kind: 'sent' });
		expect(await record()).toBeUndefined();
	});

	test('keeps the intent of another minute', async () => {
		await ledger.begin(delivery);
		const afternoon = { ...delivery, time: parseLocalTime('13') };
		await ledger.begin(afternoon);
		await ledger.end(delivery, settled, { kind: 'sent' });
		expect(await begin(afternoon)).toMatchObject({ topics: ['stress'], firstTry: false });
	});
});
