import { describe, expect, test } from 'vitest';
import { rank } from '../../src/faq/rank.ts';

const order = (shares: Float32Array) =>
	[...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));

describe('rank()', () => {
	test('gives shares of 1 together with none', () => {
		const { shares, none } = rank(
			[
				{ trained: 0.7, near: 0.4 },
				{ trained: 0.2, near: 0.1 },
			],
			0.1,
		);
		expect(shares.reduce((sum, each) => sum + each, none)).toBeCloseTo(1, 5);
	});

	test('puts the likelier of two equally near entries first', () => {
		expect(
			order(
				rank(
					[
						{ trained: 0.1, near: 0.3 },
						{ trained: 0.8, near: 0.3 },
					],
					0.1,
				).shares,
			),
		).toEqual([1, 0]);
	});

	test('puts the nearer of two equally likely entries first', () => {
		expect(
			order(
				rank(
					[
						{ trained: 0.4, near: 0.2 },
						{ trained: 0.4, near: 0.9 },
					],
					0.1,
				).shares,
			),
		).toEqual([1, 0]);
	});

	test('lets an entry win by its own words that the classifier does not know', () => {
		const { shares, none } = rank(
			[
				{ trained: 0.5, near: 0.2 },
				{ trained: undefined, near: 1 },
			],
			0.4,
		);
		expect(order(shares)).toEqual([1, 0]);
		expect(shares[1]).toBeGreaterThan(none);
	});

	test('and lose when a shipped one says it better', () => {
		expect(
			order(
				rank(
					[
						{ trained: 0.9, near: 0.8 },
						{ trained: undefined, near: 0.3 },
					],
					0,
				).shares,
			),
		).toEqual([0, 1]);
	});

	test('keeps its certainty beside hundreds that have little to do with the question', () => {
		const crowd = Array.from({ length: 600 }, (_, index) => ({
			trained: undefined,
			near: (index % 10) / 100,
		}));
		const [share = 0] = rank([{ trained: 0.9, near: 0.5 }, ...crowd], 0.02).shares;
		expect(share).toBeGreaterThan(0.9);
	});

	test('finds nothing when nothing is near and the classifier says so', () => {
		expect(
			rank(
				[
					{ trained: 0.02, near: 0.1 },
					{ trained: 0.01, near: 0.05 },
				],
				0.97,
			).none,
		).toBeGreaterThan(0.9);
	});
});
