import { expect, test } from 'vitest';
import { useGutsy } from '../support/a-gutsy.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);

test('Gutsy does not start with a Redis that writes nothing to disk, unless asked to', async () => {
	await gutsy.stop();
	await redis.client.config('SET', 'appendonly', 'no', 'save', '');
	await expect(gutsy.start()).rejects.toThrow('REDIS_MAY_FORGET=yes');
	await gutsy.start({ redisMayForget: true });
});
