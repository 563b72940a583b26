import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../src/safety/red-flags.ts';

describe('checkRedFlags()', () => {
	test('names the rule', () => {
		expect(checkRedFlags('i have chest pain')).toStrictEqual({ tier: 'emergency', rule: 'chest-pain' });
	});

	test.each([
		['emergency before crisis', 'i want to die and i took a whole bottle of pills', 'emergency'],
		['crisis before same day', 'blood in my stool and i want to die', 'crisis'],
		['same day before a visit', 'on accutane and there is blood in my stool', 'same-day'],
	])('of several flags it takes the most urgent: %s', (_case, text, tier) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		['a denied sign', 'no blood or anything, just bloated'],
		['a list of denied signs', 'no fever, no chest pain, no blood in my stool, only gas'],
		['a sign denied with "without"', 'bloated but without any chest pain'],
		['a figure of speech', 'this ramen is killing me'],
		['something long past', 'i had black stools ten years ago'],
		['a sign of childhood', 'when i was 10 i was on antibiotics, did it change my gut'],
		['something got over', 'had chest pain last spring, got it checked and all clear, is kefir ok'],
		['nothing at all', ''],
		['only signs', '!!! ... ??? ***'],
	])('lets pass %s', (_case, text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});

	test.each([
		['a denial of something else', 'no fever but there is blood in my stool'],
		['"no idea"', 'no idea why there is blood in my stool'],
		['"not sure"', 'not sure if blood in the stool is normal'],
		['"never … before"', 'i never had chest pain like this before'],
		['past and back again', 'i had blood in my stool two years ago and now again'],
		['a past one and a present one', 'my dad had a heart attack years ago and now i have chest pain'],
		['an ordinary question after it', 'my poop is black, also is kimchi good for skin?'],
		['an ordinary question before it', 'is kimchi good for skin? also my poop is black'],
		['a sign that cannot be borne', 'i cant take the chest pain'],
		['a sign added to a denied one', 'no pain and blood in my stool'],
		['"no" for an answer', 'no there is blood in my stool'],
		['when it began', 'blood in my stool started two years ago'],
		['how long it has lasted', 'for the last years i have chest pain'],
		['what else was going on', 'when i was at the gym my chest hurt'],
		['skin that cleared', 'i had blood in my stool and my skin cleared'],
		['feeling better so soon', 'i was fainting at lunch, better now'],
		['a medicine begun long ago', 'i am on humira since five years ago'],
		['somebody else', 'my friend wants to kill herself'],
		['laughter', 'i want to die lol'],
		['a look-alike of other words', 'this ramen is killing me and i have chest pain'],
		['suicidal thoughts denied with a but', 'i dont want to kill myself but i think about it'],
	])('is not calmed by %s', (_case, text) => {
		expect(checkRedFlags(text)).toBeDefined();
	});

	test.each([
		['capitals', 'I CANNOT BREATHE'],
		['stretched letters', 'i cannnnot breeeathe'],
		['a curly apostrophe', 'i can’t breathe'],
		['no apostrophe', 'i cant breathe'],
		['digits for letters', 'i c4nt br34the'],
		['letters apart', 'i want to k i l l myself'],
		['zero-width characters', 'i can\u200Bt bre\u200Dathe'],
		['accents', 'i cánnot brèathe'],
		['full-width letters', 'ｉ ｃａｎｎｏｔ ｂｒｅａｔｈｅ'],
		['letters of another alphabet', 'i саnnоt brеаthе'],
		['starred-out letters', 'i want to k*ll myself'],
		['pictures', '🩸 in my 💩'],
		['a slip', 'blood in my stoool'],
	])('reads through %s', (_case, text) => {
		expect(checkRedFlags(text)).toBeDefined();
	});

	test.each([
		['one letter', 'a'.repeat(1_000_000)],
		['the start of a phrase', 'i cannot '.repeat(100_000)],
		['many gaps', 'want to not be i '.repeat(100_000)],
		['letters apart', 'k i l l '.repeat(100_000)],
		['stars', 'k*** '.repeat(100_000)],
		['combining marks', `e${'\u0301'.repeat(1_000_000)}`],
		['signs that unfold', '\uFDFA'.repeat(100_000)],
		['denials', 'no blood or '.repeat(100_000)],
	])('comes to an end on endless %s', (_case, text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});

	test.each([
		['start', (filler: string) => `i have chest pain. ${filler}`],
		['end', (filler: string) => `${filler}. i have chest pain`],
	])('finds the danger at the %s of an endless text', (_case, around) => {
		expect(checkRedFlags(around('oats and beans '.repeat(10_000)))?.rule).toBe('chest-pain');
	});
});
