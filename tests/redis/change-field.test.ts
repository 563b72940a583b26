import { describe, expect, test } from 'vitest';
import { changeField } from '../../src/redis/change-field.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const KEY = 'gutsy:{7}:things';

const stored = () => redis.client.hgetall(KEY);

describe('changeField()', () => {
	test.each<[string, string | undefined, string | undefined, Record<string, string>]>([
		['makes a field', undefined, 'new', { field: 'new' }],
		['changes a field', 'old', 'new', { field: 'new' }],
		['leaves a field as it is', 'old', 'old', { field: 'old' }],
		['removes a field', 'old', undefined, {}],
		['leaves out a field that is not there', undefined, undefined, {}],
	])('%s', async (_case, before, after, left) => {
		if (before !== undefined) await redis.client.hset(KEY, 'field', before);
		const met: (string | undefined)[] = [];
		await changeField(redis.client, KEY, 'field', (value) => {
			met.push(value);
			return after;
		});
		expect(met).toEqual([before]);
		expect(await stored()).toEqual(left);
	});

	test('loses none of many changes at once', async () => {
		const add = (letter: string) =>
			changeField(redis.client, KEY, 'field', (value) => `${value ?? ''}${letter}`);
		await Promise.all([...'abcdefgh'].map(add));
		expect([...((await stored())['field'] ?? '')].sort().join('')).toBe('abcdefgh');
	});
});
