import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Infants', () => {
	test.each([
		['emergency', 'my newborn is limp and wont feed'],
		['emergency', 'baby is breathing very fast and her belly sucks in'],
		['emergency', '6 week old with temp 38.5'],
		['same-day', 'my baby has a fever'],
		['same-day', 'our infant hasnt had a wet diaper since morning'],
		['same-day', '8 month old wont stop crying and pulls her legs up, blood in nappy'],
		['same-day', 'baby keeps vomiting after feeds'],
		['see-a-doctor', 'can i give my 5 month old probiotic drops'],
		['see-a-doctor', 'newborn acne what do i do'],
		['see-a-doctor', 'my lil baby boy has rough red patches on his cheeks'],
		['see-a-doctor', 'is kefir ok for a 9 mo'],
		['see-a-doctor', 'eczema cream for infants which one'],
		['see-a-doctor', "is honey fine for my baby's tummy"],
		['see-a-doctor', 'my 3 month old daughter is constipated'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'i sleep like a baby since i quit coffee',
		'baby carrots prebiotic?',
		'baby steps, what first',
		'the baby keeps me up and my skin is awful',
		'how do i get skin smooth as a baby',
		'i have a food baby after every meal',
		'my 9 year old has mild eczema, food?',
		'3 month plan for gut health',
		'is a 6 month old kombucha still good',
		'does baby powder clog pores',
		'new mum brain, where do i start',
		'my 10 month streak of no sugar',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
