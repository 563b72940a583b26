import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Pregnancy and breastfeeding', () => {
	test.each([
		['emergency', 'pregnant and bleeding heavily'],
		['same-day', '30 weeks pregnant and the baby is moving less'],
		['same-day', 'pregnant, my hands itch like mad at night'],
		['see-a-doctor', 'im expecting in june, is salicylic wash alright'],
		['see-a-doctor', 'can pregnant women have sauerkraut'],
		['see-a-doctor', 'second trimester acne is wild what helps'],
		['see-a-doctor', 'I am in my fifth month and I want to know if kefir is allowed'],
		['see-a-doctor', 'ttc and using retinol, ok?'],
		['see-a-doctor', 'bfing mama here, probiotics ok?'],
		['see-a-doctor', 'girlfriend might be pregnant, does that explain her skin'],
		['see-a-doctor', 'bun in the oven, can i keep my face cream'],
		['see-a-doctor', 'still nursing my toddler, which cream for eczema'],
		['see-a-doctor', 'we are trying for a baby, should i change my skin routine'],
		['see-a-doctor', 'preggo + acne = ???'],
		['see-a-doctor', 'whats safe for skin while lactating'],
		['see-a-doctor', 'I pump milk for my daughter, is kombucha a problem'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'i look 6 months pregnant after bread',
		'im expecting results by summer, realistic?',
		'what should i be expecting after 10 weeks',
		'nursing school stress is wrecking my skin',
		'nursing a hangover, gut tips?',
		'had a c-section 5 years ago, now wondering about kimchi',
		'when i was pregnant ten years ago my skin glowed, why',
		'not pregnant, just bloated',
		'pregnant pause... so is it proven or not',
		'my cat is pregnant lol',
		'does milk cause acne',
		'due to stress i eat junk',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
