import { createDueStore } from '../../src/nudges/due-store.ts';
import { listPlaces } from '../../src/nudges/places.ts';
import { createTick } from '../../src/nudges/tick.ts';
import { NUDGE_SHARDS, zonesInUse } from '../../src/redis/keys.ts';
import type { Figure } from '../figure.ts';
import { openPrivateRedis } from '../private-redis.ts';
import { quantile } from '../quantile.ts';
import { type Cost, measureCost } from './measure-cost.ts';

const TICKS = 60;
const MINUTE_MS = 60_000;
const NOW = Date.UTC(2026, 0, 5, 12);

/** A tick that finds nothing due, though every shard has had members in every zone. */
export async function emptyTick(): Promise<Figure[]> {
	const { client, close } = await openPrivateRedis();
	try {
		const zones = new Set([
			...listPlaces().map(({ zone }) => String(zone)),
			...Intl.supportedValuesOf('timeZone'),
		]);
		for (let shard = 0; shard < NUDGE_SHARDS; shard += 1) await client.sadd(zonesInUse(shard), ...zones);
		const tick = createTick({
			interruptions: () => 0,
			store: createDueStore(client),
			enqueue: () => Promise.reject(new Error('Nothing is due')),
			log: { info() {}, warn: tell, error: tell },
			count() {},
		});
		const costs: Cost[] = [];
		for (let minute = 0; minute < TICKS; minute += 1)
			costs.push(await measureCost(client, () => tick(NOW + minute * MINUTE_MS)));
		const median = (read: (cost: Cost) => number) => quantile(costs.map(read), 0.5);
		return [
			{ metric: 'zones in every shard', value: zones.size, unit: '' },
			{
				metric: 'tick with nothing due, median',
				value: median(({ ms }) => ms),
				unit: 'ms',
				goal: { most: 50 },
			},
			{
				metric: 'tick with nothing due, CPU',
				value: median(({ nodeUs, redisUs }) => (nodeUs + redisUs) / 1_000),
				unit: 'ms',
			},
			{ metric: 'a look back over two hours, nothing due', value: costs[0]?.ms ?? 0, unit: 'ms' },
		];
	} finally {
		await close();
	}
}

function tell(fields: object, message: string): void {
	console.error(message, fields);
}
