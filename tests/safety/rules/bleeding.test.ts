import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Bleeding', () => {
	test.each([
		['same-day', 'there was some red on the paper when i wiped'],
		['same-day', 'pooped and the water turned red'],
		['same-day', 'my stools look like tar'],
		['same-day', 'Is it normal to see blood after going number two? Only a little.'],
		['same-day', 'bleeding from my bum for a week now but anyway whats a prebiotic'],
		['same-day', 'my poop has been super dark, nearly black, and sticky'],
		['same-day', 'blod in my stoool'],
		['same-day', 'husband has bloody diarrhoea since we came home from egypt'],
		['same-day', 'peeing blood'],
		['same-day', 'crimson streaks when i go, is it all the beet kvass'],
		['same-day', '🩸 in my 💩'],
		['same-day', 'doing a number 2 and theres clots of blood in it'],
		['emergency', 'threw up and there was blood'],
		['emergency', 'my puke looks like coffee grounds'],
		['emergency', 'coughed up something red like blood'],
		['emergency', 'nosebleed for 40 minutes it wont stop'],
		['emergency', 'lost a lot of blood from my butt and im dizzy'],
		['emergency', 'im shitting pure blood'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'no blood or black stuff, just bloated',
		'is blood sugar linked with acne',
		'what does a blood test for sibo show',
		"it's bloody annoying that my skin flares",
		'black beans or chickpeas for prebiotics',
		'is red meat bad for the gut',
		'gave blood yesterday, can i eat kimchi',
		'does period blood loss cause breakouts',
		'popped a zit and it bled a bit',
		'my gums bleed when i floss',
		'is black coffee bad for the gut',
		'are dark circles from bad sleep',
		'what colour should healthy poop be',
		'my poop is green after spinach',
		'had blood in my stool two years ago, checked and all clear, is fibre good for skin?',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
