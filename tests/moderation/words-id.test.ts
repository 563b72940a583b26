import { describe, expect, test } from 'vitest';
import { wordsId } from '../../src/moderation/words-id.ts';

describe('wordsId()', () => {
	test.each([
		['case', 'Is natto good', 'IS NATTO GOOD'],
		['punctuation and spaces', 'is “natto” good?! ', 'is  natto, good'],
		['accents', 'is crème brûlée ok', 'is creme brulee ok'],
	])('is the same for texts that differ in %s only', (_what, one, other) => {
		expect(wordsId(one)).toBe(wordsId(other));
	});

	test.each([
		['other words', 'is natto good', 'is miso good'],
		['words in another order', 'good is natto', 'is natto good'],
		['words that run together', 'no where', 'nowhere'],
		['texts without any word', '?', '!'],
		['other scripts', 'はい', 'いいえ'],
	])('differs for %s', (_what, one, other) => {
		expect(wordsId(one)).not.toBe(wordsId(other));
	});

	test('is short and fits into a custom id', () => {
		expect(wordsId('a '.repeat(2_000))).toMatch(/^[\w-]{16}$/);
	});
});
