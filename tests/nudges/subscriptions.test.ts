import { beforeEach, describe, expect, test } from 'vitest';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { recordsKeyOf, shardOf } from '../../src/nudges/member-keys.ts';
import { createSubscriptions, type Subscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import type { Topic } from '../../src/nudges/topic.ts';
import { CorruptValueError } from '../../src/redis/parse-stored.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const MEMBER = '123456789012345678';
const NOW = Date.parse('2026-01-05T06:00Z');

let subscriptions: Subscriptions;
beforeEach(() => {
	subscriptions = createSubscriptions(redis.client);
});

function start(times: Partial<Record<Topic, string>>, zone = 'UTC') {
	const request = {
		zone: timeZone.parse(zone),
		times: new Map(Object.entries(times).map(([topic, time]) => [topic as Topic, parseLocalTime(time)])),
		channelId: '200',
		consent: { version: 1, at: NOW },
		exact: true,
	};
	return subscriptions.start(MEMBER, request, NOW);
}

/** The due sets that exist, without their common beginning. */
async function dueSets(): Promise<string[]> {
	const prefix = `gutsy:{n${shardOf(MEMBER)}}:due:`;
	return (await redis.client.keys(`${prefix}*`)).map((key) => key.slice(prefix.length)).sort();
}

describe('the subscriptions', () => {
	test('keep what was started', async () => {
		const started = await start({ sleep: '21:30', diet: '8' });
		expect(await subscriptions.read(MEMBER)).toEqual(started);
		expect(await dueSets()).toEqual(['UTC:1290', 'UTC:480']);
		expect(await redis.client.smembers(`gutsy:{n${shardOf(MEMBER)}}:zones`)).toEqual(['UTC']);
	});

	test('know nothing of a stranger', async () => {
		expect(await subscriptions.read(MEMBER)).toBeUndefined();
		expect(await subscriptions.stop(MEMBER)).toBeUndefined();
		expect(await subscriptions.stop(MEMBER, ['diet'])).toBeUndefined();
	});

	test('move a changed time and never double it', async () => {
		await start({ sleep: '21:30', diet: '8' });
		await start({ diet: '9' });
		expect(await dueSets()).toEqual(['UTC:1290', 'UTC:540']);
	});

	test('keep a due set that another topic still needs', async () => {
		await start({ sleep: '8', diet: '8' });
		await start({ diet: '9' });
		expect(await dueSets()).toEqual(['UTC:480', 'UTC:540']);
	});

	test('move every topic with the zone', async () => {
		await start({ sleep: '21:30', diet: '8' });
		await start({ diet: '8' }, 'Asia/Tokyo');
		expect(await dueSets()).toEqual(['Asia/Tokyo:1290', 'Asia/Tokyo:480']);
	});

	test('are the same when started twice', async () => {
		const once = await start({ diet: '8' });
		expect(await start({ diet: '8' })).toEqual(once);
		expect(await dueSets()).toEqual(['UTC:480']);
	});

	test('stop one topic and keep the others', async () => {
		await start({ sleep: '21:30', diet: '8' });
		const left = await subscriptions.stop(MEMBER, ['diet']);
		expect([...(left?.topics.keys() ?? [])]).toEqual(['sleep']);
		expect(await dueSets()).toEqual(['UTC:1290']);
	});

	test.each([
		['everything at once', undefined],
		['every topic', ['sleep', 'diet'] as const],
	])('leave no trace of the member after a stop of %s', async (_case, topics) => {
		await start({ sleep: '21:30', diet: '8' });
		expect(await subscriptions.stop(MEMBER, topics)).toBeUndefined();
		expect(await redis.client.keys('*')).toEqual([`gutsy:{n${shardOf(MEMBER)}}:zones`]);
	});

	test('take every one of many changes made at once', async () => {
		const minutes = Array.from({ length: 20 }, (_none, index) => `10:${String(10 + index)}`);
		await Promise.all([
			...minutes.map((time) => start({ diet: time })),
			...minutes.map((time) => start({ sleep: time })),
		]);
		const record = await subscriptions.read(MEMBER);
		const times = [...(record?.topics.values() ?? [])].map(({ time }) => `UTC:${time}`);
		expect(times).toHaveLength(2);
		expect(await dueSets()).toEqual([...new Set(times)].sort());
	});

	test('name the key of a record that cannot be read, but stop it all the same', async () => {
		await start({ diet: '8' });
		await redis.client.hset(recordsKeyOf(MEMBER), MEMBER, 'nonsense');
		await expect(subscriptions.read(MEMBER)).rejects.toThrow(CorruptValueError);
		await expect(start({ diet: '9' })).rejects.toThrow(recordsKeyOf(MEMBER));
		await subscriptions.stop(MEMBER);
		expect(await subscriptions.read(MEMBER)).toBeUndefined();
	});
});
