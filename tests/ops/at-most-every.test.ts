import { expect, test } from 'vitest';
import { atMostEvery } from '../../src/ops/at-most-every.ts';

test('atMostEvery() lets the first through, and the next only after the interval', () => {
	let now = 0;
	const heard: number[] = [];
	const hear = atMostEvery(
		1_000,
		() => now,
		(value: number) => heard.push(value),
	);
	for (now of [0, 1, 999, 1_000, 1_500, 2_000]) hear(now);
	expect(heard).toEqual([0, 1_000, 2_000]);
});
