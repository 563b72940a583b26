import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Medicines', () => {
	test.each([
		['see-a-doctor', 'thinking of going off my meds and doing kefir instead'],
		['see-a-doctor', 'is it ok to have probiotics alongside amoxicilin'],
		['see-a-doctor', 'my doc wants me on doxy, good idea?'],
		['see-a-doctor', 'do i need to finish the whole course of antibiotics'],
		['see-a-doctor', 'i skipped 3 days of my antidepressants and my skin is weird'],
		['see-a-doctor', 'can i halve my steroid tablets'],
		['see-a-doctor', 'can i borrow my sisters accutane'],
		['see-a-doctor', 'came off zoloft last week, gut is a mess'],
		['see-a-doctor', 'is the birth control pill wrecking my microbiome, should i quit'],
		['see-a-doctor', 'on dupixent, fermented food ok?'],
		['see-a-doctor', 'how much prednisone is too much'],
		['see-a-doctor', 'tapering off steroid cream, how slowly'],
		['see-a-doctor', 'I take medicine for blood pressure, may I drink kombucha?'],
		['see-a-doctor', 'how many mg of ibuprofen with minocycline'],
		['see-a-doctor', 'should i ask for isotretinoin or just fix my gut'],
		['see-a-doctor', 'my biologic injection is due, can i skip it'],
		['see-a-doctor', 'on blood thinners, is natto ok'],
		['see-a-doctor', 'leftover antibiotics in my drawer, use them for my acne?'],
		['see-a-doctor', 'does metformin mess w your gut'],
		['see-a-doctor', 'is it alright to replace my rheumatism medication with turmeric'],
		['see-a-doctor', 'stopped my thyroid pills cuz tiktok said so'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'do antibiotics kill good gut bacteria',
		'what are topical antibiotics',
		'antibiotic cream and skin microbiome',
		'how does the gut recover after antibiotics',
		'are probiotic pills better than yogurt',
		'should i take vitamins for skin',
		'food is medicine right?',
		'laughter is the best medicine lol',
		'does retinol work',
		'red pill blue pill probiotics',
		'are steroids in meat bad for the gut',
		'should i stop using my toner',
		'mixing oats and yogurt good?',
		'quitting sugar cold turkey, tips',
		'is caffeine a drug for the gut',
		'my moisturiser stopped working',
		'the hard pill to swallow is that sleep matters',
		'i took antibiotics as a kid, could that have changed my gut',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
