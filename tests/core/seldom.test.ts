import { expect, test } from 'vitest';
import { seldom } from '../../src/core/seldom.ts';

test('a burst is reported when it begins and then once a minute, with how many were left out', () => {
	let now = 5;
	const reported: [string, number][] = [];
	const hear = seldom(
		() => now,
		(event: string, leftOut) => reported.push([event, leftOut]),
	);
	for (const [at, event] of [
		[5, 'first'],
		[5, 'left out'],
		[60_004, 'left out'],
		[60_005, 'after a minute'],
		[120_004, 'left out'],
		[500_000, 'much later'],
		[560_000, 'and again'],
	] as const) {
		now = at;
		hear(event);
	}
	expect(reported).toEqual([
		['first', 0],
		['after a minute', 2],
		['much later', 1],
		['and again', 0],
	]);
});
