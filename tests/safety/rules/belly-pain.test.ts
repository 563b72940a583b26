import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Belly pain', () => {
	test.each([
		['emergency', 'tummy pain so strong i am on the floor'],
		['emergency', 'the pain in my abdomen came suddenly and it is unbearable'],
		['emergency', 'my belly is hard like a board and hurts'],
		['emergency', 'worst stomach ache of my life pls help'],
		['same-day', 'stabbing pain low on my right side since last night'],
		['same-day', 'curled up crying from cramps in my gut'],
		['same-day', 'bad belly pain with fever'],
		['same-day', 'i cant keep anything down, not even water'],
		['same-day', 'puking nonstop since friday'],
		['same-day', 'My stomach hurts extremely, is it the kombucha?'],
		['same-day', 'sharp stomach pains woke me at 3am and wont go'],
		['same-day', 'havent peed all day and i keep throwing up'],
		['same-day', 'is it my appendix? hurts bottom right'],
		['same-day', 'whites of my eyes look yellow and my pee is dark'],
		['same-day', 'stomach is killing me i cant sit up straight'],
		['same-day', 'no gas no poop for 5 days and now vomiting'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'my stomach is growling at night',
		'mild cramps after beans, normal?',
		'this ramen is killing me',
		'stomach kinda hurts when i eat dairy',
		'i get a stomach ache before exams',
		'severe acne and a bloated belly, linked?',
		'sudden breakouts after holidays',
		'my tummy is upset after kefir',
		'running gives me a stitch in the side',
		"what's a painless way to start eating fibre",
		'burping and a bit of belly pain after onions',
		'the food was sick, does spice hurt the gut',
		'my appendix was taken out years ago, does that change my gut bacteria',
		'butterflies in my stomach',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
