import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/safety/normalise.ts';
import { createSpeller } from '../../src/safety/spelling.ts';

const spell = createSpeller({ known: new Set(['so', 'good']), targets: new Set(['breathe', 'pregnant']) });

describe('normalise()', () => {
	test.each([
		['text-speak', 'u r gr8 bc im ok', 'you are gr8 because i am ok'],
		['negations', "I can't, don't and couldn't", 'i cannot , dont and cannot'],
		['slang for the body', 'puking and pooping', 'vomiting and pooping'],
		['fixed phrases', 'i threw up and passed out', 'i vomited and fainted'],
		['the longest fixed phrase', 'trying to get pregnant', 'tryingtoconceive'],
		['ends of sentences', 'Help! Now? Yes.', 'help . now . yes .'],
		['an ellipsis as a pause', 'it is... black', 'it is , black'],
		['letters apart', 's t o o l', 'stool'],
		['numbers joined to units', '50mg for 3days', '50 mg for 3 days'],
		['a body temperature', 'i have 39,4', 'i have fever'],
		['a number that is no temperature', 'ph of 5.5', 'ph of 5.5'],
		['an age under three months', 'she is 6 weeks old', 'she is infantyoung'],
		['an age under two years', 'my 9 mo', 'my infantage'],
		['the age of a child told by a verb', 'my son is 4 months', 'my son is infantage'],
		['an age over two years', 'she is 7 years old', 'she is 7 years old'],
		['the age of a jar', '6 month old kombucha', '6 months old kombucha'],
		['a waiting time', 'is 2 weeks enough', 'is 2 weeks enough'],
	])('turns %s into plain words', (_case, text, plain) => {
		expect(normalise(text, spell).join(' ')).toBe(plain);
	});

	test('reads only the ends of a text beyond 4,000 characters', () => {
		const words = normalise(`first ${'x '.repeat(10_000)} last`, spell);
		expect(words.at(0)).toBe('first');
		expect(words.at(-1)).toBe('last');
		expect(words.length).toBeLessThan(4_000);
	});
});
