import { describe, expect, test } from 'vitest';
import { inTurns } from '../../src/core/in-turns.ts';

describe('inTurns()', () => {
	test('maps every item in its order', async () => {
		expect(await inTurns([1, 2, 3, 4, 5], 2, (item) => item * 2)).toEqual([2, 4, 6, 8, 10]);
		expect(await inTurns([], 2, () => 1)).toEqual([]);
	});

	test('lets others have their turn after every few', async () => {
		const order: string[] = [];
		setImmediate(() => order.push('somebody else'));
		await inTurns(['a', 'b', 'c', 'd'], 2, (item) => order.push(item));
		expect(order).toEqual(['a', 'b', 'somebody else', 'c', 'd']);
	});

	test('fails as an item does', async () => {
		const fail = () => {
			throw new Error('broken');
		};
		await expect(inTurns([1], 2, fail)).rejects.toThrow('broken');
	});
});
