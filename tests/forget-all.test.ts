import { describe, expect, test } from 'vitest';
import { forgetAll } from '../src/forget-all.ts';
import { useRedis } from './support/redis.ts';

describe('forgetAll()', () => {
	const redis = useRedis();

	test('leaves an empty store behind', async () => {
		await redis.client.set('gutsy:something', '1');
		await forgetAll({ kind: 'socket', path: redis.socketPath });
		expect(await redis.client.dbsize()).toBe(0);
	});
});
