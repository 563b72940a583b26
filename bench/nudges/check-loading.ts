import { isDeepStrictEqual } from 'node:util';
import type { Redis } from 'ioredis';
import { startRecord } from '../../src/nudges/change-record.ts';
import { spreadOf } from '../../src/nudges/member-keys.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { loadDueSets, loadRecords } from './load-members.ts';
import { memberOf } from './population.ts';

const SAMPLE = 300;
const NOW = Date.UTC(2026, 0, 5);

/** Makes sure, on an empty store, that loading many stores exactly what subscribing each would. Leaves the store empty. */
export async function checkLoading(redis: Redis): Promise<void> {
	const subscriptions = createSubscriptions(redis);
	const requests = Array.from({ length: SAMPLE }, (_none, index) => {
		const { memberId, record } = memberOf(index);
		const times = new Map([...record.topics].map(([topic, { time }]) => [topic, time]));
		const { zone, channelId, consent } = record;
		return { memberId, request: { zone, times, channelId, consent, spreadBy: spreadOf(memberId) } };
	});
	for (const { memberId, request } of requests) await subscriptions.start(memberId, request, NOW);
	const subscribed = await readAll(redis);
	await redis.flushall();
	const members = requests.map(({ memberId, request }) => ({
		memberId,
		record: startRecord(undefined, request, NOW),
	}));
	await loadDueSets(redis, members);
	await loadRecords(redis, members);
	if (!isDeepStrictEqual(await readAll(redis), subscribed))
		throw new Error('Loading members stores something else than subscribing them');
	await redis.flushall();
}

async function readAll(redis: Redis): Promise<Map<string, unknown>> {
	const all = new Map<string, unknown>();
	for (const key of (await redis.keys('*')).sort()) {
		const isHash = (await redis.type(key)) === 'hash';
		all.set(key, isHash ? await redis.hgetall(key) : (await redis.smembers(key)).sort());
	}
	return all;
}
