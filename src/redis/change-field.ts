import { z } from 'zod';
import type { RedisClient } from './redis-client.ts';
import { defineScript } from './script.ts';

// Each failed try means that another change of this very field went through.
const MOST_TRIES = 50;

const REPLACE = defineScript({
	keys: 1,
	lua: `
-- KEYS: hash. ARGV: field, expected value ('' for none), new value ('' for none)
local found = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if found ~= ARGV[2] then return found end
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
return false`,
});

const reply = z.string().nullable();

/**
 * Changes one field of a hash by `make`, which is called again whenever another change came between. `undefined` and the
 * empty text both stand for no such field.
 */
export async function changeField(
	redis: RedisClient,
	key: string,
	field: string,
	make: (value: string | undefined) => string | undefined,
): Promise<void> {
	let expected = (await redis.hget(key, field)) ?? '';
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const next = make(expected === '' ? undefined : expected) ?? '';
		if (next === expected) return;
		const found = reply.parse(await REPLACE(redis, [key], [field, expected, next]));
		if (found === null) return;
		expected = found;
	}
	throw new Error(`A field of ${key} kept changing under every attempt to change it`);
}
