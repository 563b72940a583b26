import { describe, expect, test } from 'vitest';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();

describe('useRedis()', () => {
	test('keeps data over a clean stop', async () => {
		await redis.client.set('a', '1');
		await redis.stop();
		await redis.restart();
		expect(await redis.client.get('a')).toBe('1');
	});

	test('starts every test with an empty server', async () => {
		expect(await redis.client.dbsize()).toBe(0);
		await redis.client.set('b', '2');
		await redis.killHard();
	});

	test('is up again after a test that killed it', async () => {
		expect(await redis.client.dbsize()).toBe(0);
	});
});
