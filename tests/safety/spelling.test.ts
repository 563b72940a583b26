import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../src/safety/spelling.ts';

const spell = createSpeller({
	known: new Set(['selling', 'good', 'kill']),
	targets: new Set(['swelling', 'breathe', 'suicide', 'blood']),
});

describe('The speller', () => {
	test.each([
		['a dropped letter', 'swellng', 'swelling'],
		['an added letter', 'brreathe', 'breathe'],
		['swapped letters', 'berathe', 'breathe'],
		['a similar letter', 'suiside', 'suicide'],
		['a dropped letter in a word of five', 'blod', 'blood'],
		['digits for letters', 'su1c1de', 'suicide'],
		['digits and a slip', 'su1c1d', 'suicide'],
		['stars', 'k*ll', 'kill'],
		['stretched letters', 'bloooooood', 'blood'],
		['stretched letters of an unknown word', 'yeees', 'yes'],
	])('repairs %s', (_case, word, repaired) => {
		expect(spell(word)).toBe(repaired);
	});

	test.each([
		['a known word one slip away', 'selling'],
		['a word with another first letter', 'dwelling'],
		['a word with a dissimilar letter', 'swehling'],
		['a word two slips away', 'swlng'],
		['a number', '2024'],
		['an unknown word with a digit', 'h2o'],
		['a word without end', 'swelling'.repeat(10)],
	])('leaves alone %s', (_case, word) => {
		expect(spell(word)).toBe(word);
	});
});
