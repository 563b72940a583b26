import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { serversHere, serversLeft } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';

/** In which servers Gutsy is, and which it was removed from. A server that it has never been in is in neither. */
export interface ServerRegister {
	here(): Promise<ReadonlySet<Snowflake>>;
	/** When it was removed from each, in epoch milliseconds. */
	left(): Promise<ReadonlyMap<Snowflake, number>>;
	/** Notes that it is in these. */
	enter(guildIds: readonly Snowflake[]): Promise<void>;
	/** Notes that it was removed; what was noted before stands. */
	leave(guildId: Snowflake, at: number): Promise<void>;
	/** Knows no more that it was ever there. */
	forget(guildId: Snowflake): Promise<void>;
}

const KEYS = [serversHere(), serversLeft()];

const ENTER = defineScript({
	keys: 2,
	lua: `
-- KEYS: here, left. ARGV: servers
for _, server in ipairs(ARGV) do
  redis.call('SADD', KEYS[1], server)
  redis.call('ZREM', KEYS[2], server)
end`,
});

const LEAVE = defineScript({
	keys: 2,
	lua: `
-- KEYS: here, left. ARGV: server, when
redis.call('SREM', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[2], 'NX', ARGV[2], ARGV[1])`,
});

/** Servers noted in one call: others wait for Redis meanwhile. */
const AT_ONCE = 500;

const storedServers = z.array(snowflake);
const storedTime = z.coerce.number().int();

export function createServerRegister(redis: RedisClient): ServerRegister {
	return {
		here: async () => new Set(storedServers.parse(await redis.smembers(serversHere()))),
		async left() {
			const flat = await redis.zrange(serversLeft(), '0', '-1', 'WITHSCORES');
			const left = new Map<Snowflake, number>();
			for (let index = 0; index < flat.length; index += 2)
				left.set(snowflake.parse(flat[index]), storedTime.parse(flat[index + 1]));
			return left;
		},
		async enter(guildIds) {
			for (let start = 0; start < guildIds.length; start += AT_ONCE)
				await ENTER(redis, KEYS, guildIds.slice(start, start + AT_ONCE));
		},
		async leave(guildId, at) {
			await LEAVE(redis, KEYS, [guildId, at]);
		},
		async forget(guildId) {
			await redis.zrem(serversLeft(), guildId);
		},
	};
}
