import { describe, expect, test } from 'vitest';
import { allLookAlikes } from '../../src/safety/look-alikes/all-look-alikes.ts';
import { readPattern } from '../../src/safety/pattern.ts';
import { createPatternIndex } from '../../src/safety/pattern-index.ts';
import { allRules } from '../../src/safety/rules/all-rules.ts';

function holds(pattern: string, text: string): boolean {
	return createPatternIndex([pattern]).find(text.split(' ')).size > 0;
}

describe('A pattern', () => {
	test.each([
		['words in a row', 'black stool', 'a black stool'],
		['either word', 'black|dark stool', 'a dark stool'],
		['the endings of a word', 'choke+', 'he is choking'],
		['any ending', 'suicid*', 'feeling suicidal'],
		['a class', '<eye> red', 'my eyelid red'],
		['a class within a class', '<face> red', 'my tongue red'],
		['a word left out', 'take my? pills', 'take pills'],
		['a word not left out', 'take my? pills', 'take my pills'],
		['up to three words between', 'black .. stool', 'black as tar my stool'],
		['up to six words between', 'a ... z', 'a b c d e f g z'],
		['a pause between', 'black stool', 'black stool'],
		['phrases in any order', 'fever & rash', 'a rash . and fever'],
		['a later start when the first leads nowhere', 'a b', 'a c a b'],
	])('holds for %s', (_case, pattern, text) => {
		expect(holds(pattern, text)).toBe(true);
	});

	test.each([
		['words apart that should touch', 'black stool', 'black and stool'],
		['too many words between', 'black .. stool', 'black a b c d stool'],
		['the end of a sentence between', 'black .. stool', 'black . stool'],
		['somebody else between', 'baby ~ acne', 'baby cries and i have acne'],
		['one phrase of two', 'fever & rash', 'a rash'],
	])('does not hold for %s', (_case, pattern, text) => {
		expect(holds(pattern, text)).toBe(false);
	});

	test.each([
		['an unknown class', '<nothing> here', 'Unknown class <nothing>'],
		['an optional first word', 'my? stool', 'A phrase must start with a word that is not optional'],
	])('is refused for %s', (_case, pattern, message) => {
		expect(() => readPattern(pattern)).toThrow(message);
	});
});

describe('The rules', () => {
	test('have names of their own', () => {
		const names = allRules.map(({ name }) => name);
		expect(names).toStrictEqual([...new Set(names)]);
	});
});

describe('The look-alikes', () => {
	test('are single phrases, as each covers the very words it is found on', () => {
		expect(allLookAlikes.filter((pattern) => readPattern(pattern).length > 1)).toStrictEqual([]);
	});
});
