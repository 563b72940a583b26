import { describe, expect, test } from 'vitest';
import { createVowelFinder } from '../../src/safety/vowelless.ts';

describe('The vowel finder', () => {
	const find = createVowelFinder(['swollen', 'breathe', 'breath', 'blood', 'belly', 'pus', 'my']);

	test.each([
		['swlln', 'swollen'],
		['brth', 'breathe'],
		['bld', 'blood'],
	])('finds what %s was', (typed, word) => {
		expect(find(typed)).toBe(word);
	});

	test.each([
		['a word with its vowels', 'swollen'],
		['two consonants, which fit too many words', 'ps'],
		['consonants of no word', 'xkcd'],
	])('leaves alone %s', (_case, typed) => {
		expect(find(typed)).toBeUndefined();
	});
});
