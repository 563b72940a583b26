import { beforeEach, describe, expect, test, vi } from 'vitest';
import { demandPersistence } from '../../src/redis/demand-persistence.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const warn = vi.fn();

beforeEach(async () => {
	warn.mockClear();
	await redis.client.config('SET', 'maxmemory-policy', 'noeviction', 'appendonly', 'yes', 'save', '');
});

describe('demandPersistence()', () => {
	test('is content with a server that keeps everything', async () => {
		await demandPersistence(redis.client, { warn });
		expect(warn).not.toHaveBeenCalled();
	});

	test('refuses a server that writes nothing to disk, and says what to set', async () => {
		await redis.client.config('SET', 'appendonly', 'no');
		await expect(demandPersistence(redis.client, { warn })).rejects.toThrow(
			/writes nothing to disk.*appendonly.*REDIS_MAY_FORGET=yes/,
		);
	});

	test('only warns of it when somebody asked for it', async () => {
		await redis.client.config('SET', 'appendonly', 'no');
		await demandPersistence(redis.client, { mayForget: true, warn });
		expect(warn.mock.calls).toEqual([[expect.stringContaining('writes nothing to disk')]]);
	});

	test('warns of evictions', async () => {
		await redis.client.config('SET', 'maxmemory-policy', 'allkeys-lru');
		await demandPersistence(redis.client, { warn });
		expect(warn.mock.calls).toEqual([[expect.stringContaining('allkeys-lru')]]);
	});
});
