import { z } from 'zod';
import type { RedisClient } from './redis-client.ts';
import { defineScript } from './script.ts';

const ADD = defineScript({
	keys: 1,
	lua: `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 'full' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 'added'`,
});

const added = z.enum(['added', 'full']);

/** Sets a field of a hash that holds no more than `most`. One that is there already is replaced, however full the hash is. */
export async function addField(
	redis: RedisClient,
	key: string,
	{ field, value, most }: { field: string; value: string; most: number },
): Promise<'added' | 'full'> {
	return added.parse(await ADD(redis, [key], [field, value, most]));
}
