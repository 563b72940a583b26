import { beforeEach, describe, expect, test } from 'vitest';
import { checkServer } from '../../src/redis/check-server.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();

beforeEach(async () => {
	await redis.client.acl('SETUSER', 'default', '+@all');
	await redis.client.config('SET', 'maxmemory-policy', 'noeviction', 'appendonly', 'yes', 'save', '');
});

describe('checkServer()', () => {
	test('has nothing to say about a server that keeps everything', async () => {
		expect(await checkServer(redis.client)).toEqual([]);
	});

	test('warns of a server that evicts keys', async () => {
		await redis.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
		expect(await checkServer(redis.client)).toEqual([
			{ kind: 'evicts', words: expect.stringContaining('maxmemory-policy allkeys-lru') },
		]);
	});

	test('warns of a server that writes nothing to disk', async () => {
		await redis.client.config('SET', 'appendonly', 'no');
		expect(await checkServer(redis.client)).toEqual([
			{ kind: 'forgets', words: expect.stringContaining('writes nothing to disk') },
		]);
	});

	test('takes snapshots for persistence', async () => {
		await redis.client.config('SET', 'appendonly', 'no', 'save', '3600 1');
		expect(await checkServer(redis.client)).toEqual([]);
	});

	test('sees evictions although CONFIG is forbidden', async () => {
		await redis.client.config('SET', 'maxmemory-policy', 'volatile-ttl');
		await redis.client.acl('SETUSER', 'default', '-config');
		expect(await checkServer(redis.client)).toEqual([
			{ kind: 'evicts', words: expect.stringContaining('volatile-ttl') },
		]);
	});

	test('bears a server that tells nothing at all', async () => {
		await redis.client.acl('SETUSER', 'default', '-config', '-info');
		expect(await checkServer(redis.client)).toEqual([]);
	});
});
