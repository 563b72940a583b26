import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Overdose and poisoning', () => {
	test.each([
		['emergency', 'took like 20 paracetamol'],
		['emergency', 'i swallowed the whole bottle of vitamins'],
		['emergency', 'my toddler got into my acne pills'],
		['emergency', 'she drank bleach'],
		['emergency', 'overdosed on melatonin i think'],
		['emergency', 'accidentally took double my dose and feel funny'],
		['emergency', 'he mixed xanax and vodka and is really sleepy'],
		['emergency', 'kid ate a button battery'],
		['emergency', 'i took too many sleeping tablets'],
		['crisis', 'how much tylenol would be enough to end it'],
		['crisis', 'what happens if i take all my pills at once'],
		['crisis', 'how many benadryl until you dont wake up'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'i overdosed on chocolate this weekend',
		'ate too much kimchi, help',
		'my dog ate my probiotic',
		'too many products on my face',
		'can you eat too many probiotics',
		'ate the whole bag of chips, skin doomed?',
		'how many pills should a supplement brand sell',
		'social media detox and skin',
		'sugar is poison, true?',
		'overdose of vitamin D in serums a thing?',
		'drank a whole bottle of kombucha',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
