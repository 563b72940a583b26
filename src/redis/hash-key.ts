import { randomBytes } from 'node:crypto';
import { createKeyedHash, type KeyedHash } from '../core/keyed-hash.ts';
import { hashKey } from './keys.ts';
import type { RedisClient } from './redis-client.ts';

/**
 * The keyed hash that all processes share. Its key is the given one, or one made at the first use and kept in Redis; it is
 * asked for once.
 */
export function shareKeyedHash(redis: RedisClient, given: string | undefined): () => Promise<KeyedHash> {
	let known = given === undefined ? undefined : Promise.resolve(createKeyedHash(given));
	return () => {
		known ??= readOrMake(redis).catch((error: unknown) => {
			known = undefined;
			throw error;
		});
		return known;
	};
}

async function readOrMake(redis: RedisClient): Promise<KeyedHash> {
	await redis.set(hashKey(), randomBytes(32).toString('base64url'), 'NX');
	const key = await redis.get(hashKey());
	if (key === null || key === '') throw new Error(`There is no key at ${hashKey()}`);
	return createKeyedHash(key);
}
