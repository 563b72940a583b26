import { describe, expect, test } from 'vitest';
import { defineScript } from '../../src/redis/script.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();

const raise = defineScript({ keys: 1, lua: `return redis.call('INCRBY', KEYS[1], ARGV[1])` });

describe('defineScript()', () => {
	test('runs on a server that has never seen the script, and on one that has', async () => {
		await redis.client.script('FLUSH');
		expect(await raise(redis.client, ['gutsy:n'], [2])).toBe(2);
		expect(await raise(redis.client, ['gutsy:n'], ['3'])).toBe(5);
	});

	test('sends the text once only', async () => {
		await redis.client.script('FLUSH');
		await redis.client.config('RESETSTAT');
		for (let call = 0; call < 5; call += 1) await raise(redis.client, ['gutsy:n'], [1]);
		const stats = await redis.client.info('commandstats');
		expect(stats).toMatch(/cmdstat_eval:calls=1,/);
		expect(stats).toMatch(/cmdstat_evalsha:calls=5,/);
	});

	test("passes on the script's own errors without running it twice", async () => {
		const fail = defineScript({
			keys: 1,
			lua: `redis.call('INCR', KEYS[1]); return redis.error_reply('ERR no')`,
		});
		await expect(fail(redis.client, ['gutsy:n'], [])).rejects.toThrow('no');
		expect(await redis.client.get('gutsy:n')).toBe('1');
	});

	test('takes as many keys as are given where no number is declared', async () => {
		const count = defineScript({ lua: 'return #KEYS' });
		expect(await count(redis.client, ['gutsy:a', 'gutsy:b', 'gutsy:c'], [])).toBe(3);
	});

	test('refuses another number of keys than declared', async () => {
		await expect(raise(redis.client, [], [1])).rejects.toThrow('The script takes 1 keys, not 0');
	});
});
