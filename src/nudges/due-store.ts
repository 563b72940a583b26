import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { cursor, dueSet, zonesInUse } from '../redis/keys.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import type { LocalTime } from './local-time.ts';
import { type TimeZone, timeZone } from './time-zone.ts';

/** What the tick reads of a shard, and the mark that it leaves there. */
export interface DueStore {
	/** The last epoch minute whose deliveries are all enqueued. */
	cursor(shard: number): Promise<number | undefined>;
	/** Moves the cursor, unless somebody else has moved it meanwhile. */
	advance(shard: number, from: number | undefined, to: number): Promise<boolean>;
	zones(shard: number): Promise<readonly TimeZone[]>;
	/** How many members each of the due sets has. */
	count(shard: number, sets: readonly ZoneTime[]): Promise<readonly number[]>;
	members(shard: number, set: ZoneTime): Promise<readonly Snowflake[]>;
}

export interface ZoneTime {
	readonly zone: TimeZone;
	readonly time: LocalTime;
}

const ADVANCE = defineScript({
	keys: 1,
	lua: `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`,
});

const COUNT = `
local counts = {}
for i, key in ipairs(KEYS) do counts[i] = redis.call('SCARD', key) end
return counts`;

// Lua's stack and everyone else's patience set a limit to the keys of one call.
const MOST_KEYS = 1_000;

const storedCursor = z.string().regex(/^\d+$/).transform(Number);

export function createDueStore(redis: RedisClient): DueStore {
	async function countSome(shard: number, sets: readonly ZoneTime[]): Promise<readonly number[]> {
		const script = defineScript({ keys: sets.length, lua: COUNT });
		const keys = sets.map(({ zone, time }) => dueSet(shard, zone, time));
		return z.array(z.number()).parse(await script(redis, keys, []));
	}

	return {
		async cursor(shard) {
			const raw = await redis.get(cursor(shard));
			return raw === null ? undefined : readStored(cursor(shard), storedCursor, raw);
		},
		async advance(shard, from, to) {
			return (await ADVANCE(redis, [cursor(shard)], [from ?? '', to])) === 1;
		},
		async zones(shard) {
			const raw = await redis.smembers(zonesInUse(shard));
			return readStored(zonesInUse(shard), z.array(timeZone), raw);
		},
		async count(shard, sets) {
			const counts: number[] = [];
			for (let start = 0; start < sets.length; start += MOST_KEYS) {
				counts.push(...(await countSome(shard, sets.slice(start, start + MOST_KEYS))));
			}
			return counts;
		},
		async members(shard, { zone, time }) {
			const key = dueSet(shard, zone, time);
			return readStored(key, z.array(snowflake), await redis.smembers(key));
		},
	};
}

function readStored<T>(key: string, schema: z.ZodType<T>, raw: unknown): T {
	const result = schema.safeParse(raw);
	if (result.success) return result.data;
	throw new CorruptValueError(key, 'not of the expected form');
}
