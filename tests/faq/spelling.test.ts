import { describe, expect, test } from 'vitest';
import { createSpelling } from '../../src/faq/spelling.ts';
import { readVocabulary, writeVocabulary } from '../../src/faq/vocabulary-file.ts';

const vocabulary = {
	known: new Set(['stress', 'stores', 'skin', 'microbiome', 'kimchi', 'milk', 'guitar', 'skim']),
	targets: new Set(['stress', 'skin', 'microbiome', 'kimchi', 'stores', 'milk']),
};
const repair = createSpelling(vocabulary);

describe('spelling', () => {
	test.each([
		['a letter dropped', 'kimhi', 'kimchi'],
		['a letter added', 'skinn', 'skin'],
		['letters swapped', 'skni', 'skin'],
		['a letter taken for another', 'kimchy', 'kimchi'],
		['two slips in a long word', 'micrbiom', 'microbiome'],
		['the commonest of equally near words', 'stres', 'stress'],
	])('repairs %s', (_what, typed, meant) => {
		expect(repair(typed)).toBe(meant);
	});

	test.each([
		['a known word near another', 'skim'],
		['a word far from all', 'bicycle'],
		['a short word', 'ski'],
		['two slips in a short word', 'sktt'],
		['what has digits', 'sk1n'],
		['nothing', ''],
	])('leaves alone %s', (_what, typed) => {
		expect(repair(typed)).toBe(typed);
	});

	test('the file of a vocabulary gives it back, in order', () => {
		const read = readVocabulary(writeVocabulary(vocabulary));
		expect([...read.targets]).toEqual([...vocabulary.targets]);
		expect([...read.known].sort()).toEqual([...vocabulary.known].sort());
		expect(writeVocabulary(read)).toBe(writeVocabulary(vocabulary));
	});
});
