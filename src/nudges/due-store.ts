import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { cursor, dueSet, laters, zonesInUse } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import type { LocalTime } from './local-time.ts';
import { type TimeZone, timeZone } from './time-zone.ts';

/** What the tick reads of a shard, and the mark that it leaves there. */
export interface DueStore {
	/** The last epoch minute whose deliveries are all enqueued. */
	cursor(shard: number): Promise<number | 'corrupt' | undefined>;
	/** Moves the cursor, unless somebody else has moved it meanwhile. From `undefined` it replaces a corrupt one, too. */
	advance(shard: number, from: number | undefined, to: number): Promise<boolean>;
	zones(shard: number): Promise<StoredSet<TimeZone>>;
	/** How many members each of the due sets has; `corrupt` for what is no set. */
	count(shard: number, sets: readonly ZoneTime[]): Promise<readonly (number | 'corrupt')[]>;
	members(shard: number, set: ZoneTime): Promise<StoredSet<Snowflake>>;
	/** Members whose nudge was put off until that epoch minute or earlier, by the minute. */
	laters(shard: number, upTo: number): Promise<DueLaters>;
}

/** A stored set without the entries that cannot be read: one of them is no reason to leave out the others. */
export interface StoredSet<Entry> {
	readonly entries: readonly Entry[];
	/** How many were left out. */
	readonly corrupt: number;
}

export interface DueLaters {
	readonly byMinute: ReadonlyMap<number, readonly Snowflake[]>;
	readonly corrupt: number;
}

export interface ZoneTime {
	readonly zone: TimeZone;
	readonly time: LocalTime;
}

const ADVANCE = defineScript({
	keys: 1,
	lua: `
local found = redis.call('GET', KEYS[1]) or ''
if not string.match(found, '^[1-9]%d*$') or #found > 15 then found = '' end
if found ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`,
});

const COUNT = defineScript({
	lua: `
local counts = {}
for i, key in ipairs(KEYS) do
  local size = redis.pcall('SCARD', key)
  counts[i] = type(size) == 'number' and size or -1
end
return counts`,
});

// Lua's stack and everyone else's patience set a limit to the keys of one call.
const MOST_KEYS = 1_000;

// The same as in the script above, which must take for none what this does.
const STORED_CURSOR = /^[1-9]\d{0,14}$/;

const epochMinute = z.coerce.number().int().positive();
const storedCount = z.number().transform((count) => (count < 0 ? 'corrupt' : count));

export function createDueStore(redis: RedisClient): DueStore {
	async function countSome(
		shard: number,
		sets: readonly ZoneTime[],
	): Promise<readonly (number | 'corrupt')[]> {
		const keys = sets.map(({ zone, time }) => dueSet(shard, zone, time));
		return z.array(storedCount).parse(await COUNT(redis, keys, []));
	}

	return {
		async cursor(shard) {
			const raw = await redis.get(cursor(shard));
			if (raw === null) return undefined;
			return STORED_CURSOR.test(raw) ? Number(raw) : 'corrupt';
		},
		async advance(shard, from, to) {
			return (await ADVANCE(redis, [cursor(shard)], [from ?? '', to])) === 1;
		},
		async zones(shard) {
			return readEach(timeZone, await redis.smembers(zonesInUse(shard)));
		},
		async count(shard, sets) {
			const counts: (number | 'corrupt')[] = [];
			for (let start = 0; start < sets.length; start += MOST_KEYS) {
				counts.push(...(await countSome(shard, sets.slice(start, start + MOST_KEYS))));
			}
			return counts;
		},
		async members(shard, { zone, time }) {
			return readEach(snowflake, await redis.smembers(dueSet(shard, zone, time)));
		},
		async laters(shard, upTo) {
			const flat = await redis.zrangebyscore(laters(shard), 0, upTo, 'WITHSCORES');
			const byMinute = new Map<number, Snowflake[]>();
			let corrupt = 0;
			for (let index = 0; index < flat.length; index += 2) {
				const member = snowflake.safeParse(flat[index]);
				const minute = epochMinute.safeParse(flat[index + 1]);
				if (member.success && minute.success)
					byMinute.set(minute.data, [...(byMinute.get(minute.data) ?? []), member.data]);
				else corrupt += 1;
			}
			return { byMinute, corrupt };
		},
	};
}

function readEach<Schema extends z.ZodType>(
	schema: Schema,
	raw: readonly string[],
): StoredSet<z.infer<Schema>> {
	const entries = raw.flatMap((text) => {
		const result = schema.safeParse(text);
		return result.success ? [result.data] : [];
	});
	return { entries, corrupt: raw.length - entries.length };
}
