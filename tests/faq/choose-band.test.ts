import { describe, expect, test } from 'vitest';
import { chooseBand } from '../../src/faq/choose-band.ts';
import { anEntry } from '../support/an-app.ts';

const match = (id: string, score: number, coverage: number, saysTitle = false) => ({
	entry: anEntry({ id }),
	score,
	coverage,
	saysTitle,
});

describe('chooseBand()', () => {
	test.each([
		['nothing fits at all', [], 'none'],
		['the best knows too few of the words', [match('a', 90, 0.33)], 'none'],
		['one knows the words and stands alone', [match('a', 50, 0.67)], 'answer'],
		['one stands clearly before the next', [match('a', 72, 1), match('b', 40, 1)], 'answer'],
		[
			'the best says its title, close as the next may be',
			[match('a', 50, 1, true), match('b', 49, 1)],
			'answer',
		],
		['two are close', [match('a', 71, 1), match('b', 40, 1)], 'suggest'],
		['the best knows less than half of the words', [match('a', 90, 0.4), match('b', 10, 0.4)], 'suggest'],
	])('when %s', (_case, matches, band) => {
		expect(chooseBand(matches).band).toBe(band);
	});

	test('suggests three at most, and none that hardly fits', () => {
		const chosen = chooseBand([
			match('a', 9, 0.5),
			match('b', 8, 0.5),
			match('c', 7, 0.1),
			match('d', 6, 0.5),
			match('e', 5, 0.5),
		]);
		expect(chosen.band === 'suggest' ? chosen.matches.map(({ entry }) => entry.id) : chosen).toEqual([
			'a',
			'b',
			'd',
		]);
	});
});
