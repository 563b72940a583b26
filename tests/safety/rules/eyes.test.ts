import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Eyes', () => {
	test.each([
		['emergency', 'suddenly cant see out of my left eye'],
		['emergency', 'got the peeling acid in my eyes'],
		['emergency', 'bleach splashed in my eye'],
		['emergency', 'like a curtain came down over my sight'],
		['same-day', 'my eye is red, really painful and light bothers it'],
		['same-day', 'rash with blisters near my eye'],
		['same-day', 'vision went blurry since the new cream'],
		['emergency', 'eye swollen and oozing, cant open it in the morning'],
		['same-day', 'shampoo for lice in my eyes and it burns'],
		['same-day', 'seeing flashes and lots of new floaters'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'my eyes hurt from staring at screens',
		'blurry photo sorry, but is this bloating',
		'eye cream for dark bags',
		'i cant see any difference after 3 weeks',
		'dry eyes from my phone at night',
		'keep an eye on sugar',
		'cant see myself without makeup lol',
		'puffy eye bags from no sleep',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
