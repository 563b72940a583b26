import { describe, expect, test } from 'vitest';
import { nearestName } from '../../src/core/nearest-name.ts';

describe('nearestName()', () => {
	const names = ['sleep', 'stress', 'diet'];

	test.each([
		['a letter too few', 'slep', 'sleep'],
		['a letter too many', 'dieet', 'diet'],
		['another letter', 'strass', 'stress'],
		['two letters swapped', 'deit', 'diet'],
		['two slips', 'sterss!', 'stress'],
		['the name itself', 'sleep', 'sleep'],
	])('knows it by %s', (_slip, typed, name) => {
		expect(nearestName(typed, names, 2)).toBe(name);
	});

	test.each(['', 'sl', 'dinner', 'stressful'])('knows none for “%s”', (typed) => {
		expect(nearestName(typed, names, 2)).toBeUndefined();
	});

	test('takes the nearest of several, and the first of those that are as near', () => {
		expect(nearestName('abc', ['axx', 'abx', 'abd'], 2)).toBe('abx');
	});
});
