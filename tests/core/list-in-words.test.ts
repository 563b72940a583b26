import { expect, test } from 'vitest';
import { listInWords } from '../../src/core/list-in-words.ts';

test.each([
	[[], ''],
	[['sleep'], 'sleep'],
	[['sleep', 'diet'], 'sleep and diet'],
	[['sleep', 'stress', 'diet'], 'sleep, stress and diet'],
])('%o reads “%s”', (words, said) => {
	expect(listInWords(words)).toBe(said);
});
