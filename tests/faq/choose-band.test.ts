import { describe, expect, test } from 'vitest';
import { chooseBand } from '../../src/faq/choose-band.ts';
import { anEntry } from '../support/an-app.ts';

const match = (id: string, share: number) => ({
	entry: anEntry({ id }),
	share,
	evidence: { trained: undefined, near: 0 },
});

describe('chooseBand()', () => {
	test.each([
		['there are no entries', [], 0, 'none'],
		['it is likelier that none fits', [match('a', 0.35)], 0.6, 'none'],
		['what was asked is spread thin over many', [match('a', 0.12), match('b', 0.11)], 0.3, 'none'],
		['one is surely meant', [match('a', 0.95), match('b', 0.02)], 0.01, 'answer'],
		['two are close', [match('a', 0.5), match('b', 0.45)], 0.02, 'suggest'],
		['the best is in doubt', [match('a', 0.4)], 0.4, 'suggest'],
	])('when %s', (_case, ranked, none, band) => {
		expect(chooseBand({ ranked, none }).band).toBe(band);
	});

	test('suggests three at most, and none that hardly fits', () => {
		const ranked = [match('a', 0.4), match('b', 0.3), match('c', 0.1), match('d', 0.08)];
		const chosen = chooseBand({ ranked, none: 0.1 });
		expect(chosen.band === 'suggest' ? chosen.matches.map(({ entry }) => entry.id) : chosen).toEqual([
			'a',
			'b',
			'c',
		]);
		const two = chooseBand({ ranked: [match('a', 0.5), match('b', 0.4), match('c', 0.01)], none: 0 });
		expect(two).toMatchObject({ matches: [{ share: 0.5 }, { share: 0.4 }] });
	});
});
