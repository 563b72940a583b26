import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { recordsKeyOf } from './member-keys.ts';

/** Finds out which members of one shard have no record: they stopped, or had all that is stored about them deleted. */
export type FindDeparted = (members: readonly Snowflake[]) => Promise<readonly Snowflake[]>;

const WHO_IS_KNOWN = defineScript({
	lua: `
-- KEYS: each member's records. ARGV: members
local known = {}
for i, records in ipairs(KEYS) do known[i] = redis.call('HEXISTS', records, ARGV[i]) end
return known`,
});

const reply = z.array(z.number());

export function createFindDeparted(redis: RedisClient): FindDeparted {
	return async (members) => {
		const known = reply.parse(await WHO_IS_KNOWN(redis, members.map(recordsKeyOf), members));
		return members.filter((_member, index) => known[index] === 0);
	};
}
