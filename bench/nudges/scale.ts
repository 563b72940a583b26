import { Redis } from 'ioredis';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { cursor, NUDGE_SHARDS } from '../../src/redis/keys.ts';
import type { Figure } from '../figure.ts';
import { openPrivateRedis, type PrivateRedis } from '../private-redis.ts';
import { checkLoading } from './check-loading.ts';
import { inGroups } from './contestant.ts';
import { loadDueSets, loadRecords, type StoredMember } from './load-members.ts';
import { measureCost } from './measure-cost.ts';
import { memberOf } from './population.ts';
import { bytesUsed, lastingKeys, redisCpu, scriptsSent } from './redis-facts.ts';
import { spike } from './spikes.ts';

const TOPICS_EACH = 3;
const LOADED_AT_ONCE = 20_000;
const STRANGERS = 5_000;
const WARM_UP = 200;
const NOW = Date.UTC(2026, 0, 5, 3);

/** What a store full of members takes, and what is done with it. */
export async function scale(members: number): Promise<Figure[]> {
	const store = await openPrivateRedis();
	const { client } = store;
	try {
		await checkLoading(client);
		const empty = await bytesUsed(client);
		for (let shard = 0; shard < NUDGE_SHARDS; shard += 1) await client.set(cursor(shard), NOW / 60_000);
		await load(members, (some) => loadDueSets(client, some));
		const forTheTick = (await bytesUsed(client)) - empty;
		await load(members, (some) => loadRecords(client, some));
		const all = (await bytesUsed(client)) - empty;
		return [
			{ metric: 'members with three topics', value: members, unit: '' },
			bytes('what the tick needs, a subscription', forTheTick / (members * TOPICS_EACH), 60),
			bytes('a whole member', all / members, 400),
			...(await subscribing(store, members)),
			...(await spike(store, members)),
			...(await restarting(store)),
		];
	} finally {
		await store.close();
	}
}

async function load(
	count: number,
	store: (members: readonly StoredMember[]) => Promise<void>,
): Promise<void> {
	for (let start = 0; start < count; start += LOADED_AT_ONCE) {
		const length = Math.min(LOADED_AT_ONCE, count - start);
		await store(Array.from({ length }, (_none, index) => memberOf(start + index)));
	}
}

/** Strangers who subscribe to three topics: a hundred at a time in one pipeline, and each for itself. */
async function subscribing({ client, socketPath }: PrivateRedis, members: number): Promise<Figure[]> {
	const pipelining = new Redis({ path: socketPath, enableAutoPipelining: true });
	const together = await subscribe(client, pipelining, { from: members, atOnce: 100 });
	const alone = await subscribe(client, client, { from: members + WARM_UP + STRANGERS, atOnce: 1 });
	pipelining.disconnect();
	return [
		{ metric: 'subscribing, Redis CPU, in a pipeline', value: together.us, unit: 'µs', goal: { most: 20 } },
		{ metric: 'subscribing, Redis CPU, one by one', value: alone.us, unit: 'µs' },
		{ metric: 'subscribing, round trips', value: alone.roundTrips, unit: '', goal: { most: 1 } },
	];
}

async function subscribe(
	client: Redis,
	connection: Redis,
	{ from, atOnce }: { from: number; atOnce: number },
): Promise<{ us: number; roundTrips: number }> {
	const subscriptions = createSubscriptions(connection);
	const strangers = Array.from({ length: WARM_UP + STRANGERS }, (_none, index) => memberOf(from + index));
	const start = ({ memberId, record }: StoredMember) => {
		const { zone, channelId, consent } = record;
		const times = new Map([...record.topics].map(([topic, { time }]) => [topic, time]));
		return subscriptions.start(memberId, { zone, times, channelId, consent }, NOW);
	};
	await inGroups(strangers.slice(0, WARM_UP), atOnce, start);
	const before = await scriptsSent(client);
	const { redisUs } = await measureCost(client, () => inGroups(strangers.slice(WARM_UP), atOnce, start));
	const sent = (await scriptsSent(client)) - before;
	return { us: redisUs / STRANGERS, roundTrips: sent / STRANGERS };
}

async function restarting({ client, restart }: PrivateRedis): Promise<Figure[]> {
	const keys = await lastingKeys(client);
	const ms = await restart();
	if ((await lastingKeys(client)) !== keys) throw new Error('Redis came back with other keys than it had');
	const cpu = await redisCpu(client);
	return [
		{ metric: 'restart of Redis', value: ms / 1_000, unit: 's', goal: { most: 2 } },
		{ metric: 'restart of Redis, CPU', value: cpu / 1_000_000, unit: 's' },
	];
}

function bytes(metric: string, value: number, most: number): Figure {
	return { metric, value, unit: 'bytes', goal: { most } };
}
