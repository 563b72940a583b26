import type { Redis } from 'ioredis';

/** Everything that a server stores, or only what is under some keys, as one text. */
export async function everythingIn(client: Redis, some?: readonly string[]): Promise<string> {
	const parts: unknown[] = [];
	for (const key of some ?? (await client.keys('*'))) parts.push([key, await readKey(client, key)]);
	return JSON.stringify(parts);
}

async function readKey(client: Redis, key: string): Promise<unknown> {
	const type = await client.type(key);
	if (type === 'hash') return client.hgetall(key);
	if (type === 'set') return client.smembers(key);
	if (type === 'zset') return client.zrange(key, '0', '-1');
	if (type === 'list') return client.lrange(key, 0, -1);
	if (type === 'stream') return client.xrange(key, '-', '+');
	return client.get(key);
}
