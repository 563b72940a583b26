import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Chest and collapse', () => {
	test.each([
		['emergency', 'pressure in my chest going down my left arm, is it gas?'],
		['emergency', 'my dad just collapsed in the kitchen'],
		['emergency', 'Since yesterday I have a strong pain in the chest when I climb the stairs'],
		['emergency', 'heart going crazy and i nearly blacked out after the energy drink'],
		['emergency', 'grandma wont wake up properly and she talks nonsense'],
		['emergency', 'half my face feels droopy and my words come out funny'],
		['emergency', 'hes having a seizure'],
		['emergency', 'keep fainting after meals lol is that my gut'],
		['emergency', 'chest feels like its in a vice'],
		['emergency', 'i passed out in the shower this morning, low sugar?'],
		['emergency', 'cold sweat, chest is heavy, feel like something awful is about to happen'],
		['emergency', 'worst headache of my life came out of nowhere'],
		['emergency', 'stiff neck, fever and light hurts my eyes'],
		['same-day', 'my heart keeps skipping beats since i started this diet'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'chest acne hurts so much, food related?',
		'painful pimples on my chest and back',
		'i almost had a heart attack when i saw the price of those probiotics',
		'i scroll till i pass out every night',
		'it breaks my heart that nothing works',
		'is kefir heart healthy',
		'i want to get this off my chest: i hate vegetables',
		'my mom had a heart attack ten years ago and is doing great, can she eat kimchi',
		'collapsed on the sofa after a long day, does stress matter',
		'my sleep schedule collapsed',
		'no chest pain or anything, only burping',
		'rash on chest from sweat',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
