import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Skin infection', () => {
	test.each([
		['emergency', 'purple dots on my legs that dont go white when pressed'],
		['emergency', 'her rash stays the same under a glass and shes floppy'],
		['emergency', 'skin is coming off in sheets after the new tablets'],
		['emergency', 'blisters all over my body and inside my mouth'],
		['emergency', 'dark purple blotches are spreading up my arm'],
		['same-day', 'the red patch on my shin is warm, sore and bigger than yesterday'],
		['same-day', 'red line running up from the spot i squeezed'],
		['same-day', 'Fever 38.9 and red bumps everywhere'],
		['same-day', 'my eczema is weeping yellow and i feel shivery'],
		['same-day', 'infected pimple, whole side of my nose hot and throbbing, chills'],
		['same-day', 'loads of tiny painful blisters in one cluster on my eczema'],
		['same-day', 'cluster of blisters on one side of my ribs, burns like fire'],
		['same-day', 'the sore smells rotten and is oozing'],
		['same-day', 'my kid has a rash and a temperature of 39'],
		['same-day', 'i think i have cellulitis'],
		['same-day', 'redness round the cut keeps creeping further'],
		['same-day', 'could it be shingles'],
		['same-day', 'boil on my thigh, huge, feeling feverish'],
		['same-day', 'the skin around my scratch went black'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'my eczema is spreading to my elbows, food?',
		'cheeks go hot after spicy soup',
		'blister from new shoes',
		'my face is peeling a little from retinol',
		'flaky skin in winter',
		'pus in a whitehead, pop it?',
		'purple shampoo for acne scalp?',
		'red face after running',
		'no fever, just a dry patch',
		'does a fever dream mean bad sleep',
		'cabin fever makes me snack',
		'hay fever and eczema, related?',
		'acne all over my back',
		'are purple carrots prebiotic',
		'had shingles three years ago, healed, does stress bring skin trouble',
		'this trend is spreading fast, is it legit',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
