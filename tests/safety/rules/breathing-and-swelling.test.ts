import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Breathing and swelling', () => {
	test.each([
		['emergency', "I can't seem to fill my lungs all the way since I had the satay"],
		['emergency', "my son's lips went blue for a second and he is gasping"],
		['emergency', 'tounge feels too big for my mouth after cashews'],
		['emergency', 'throat going tight, just ate prawns, is this the histamine thing'],
		['emergency', 'help my wifes face is blowing up she tried a new serum'],
		['emergency', 'it is difficult for me to breath since the morning, and skin is itching everywhere'],
		['emergency', 'brething is rly hard rn'],
		['emergency', 'my eyelids swelled completely shut overnight after the face oil'],
		['emergency', 'used my epipen 10 mins ago feel ok now can i eat yogurt'],
		['emergency', 'anyone else get like a whistling noise when breathing in? started after the kefir'],
		['emergency', 'voice gone hoarse and my neck feels squeezed after a bee sting'],
		['emergency', 'hives from head to toe n im lightheaded'],
		['emergency', 'c4nt br34the'],
		['emergency', 'she is choking on something pls'],
		['emergency', "I'm having trouble swallowing my own spit, throat is so puffed up"],
		['emergency', 'what foods are good for gut, also my lips keep getting fatter and tingly since lunch'],
		['emergency', "can't get a full breath in since i took the antihistamine"],
		['emergency', 'its like breathing through a straw'],
		['emergency', 'cant finish a sentence without stopping for air, is it the new supplement'],
		['same-day', 'broke out in hives all over after the new capsules'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'belly breathing or box breathing, which one calms the gut',
		'that price took my breath away lol',
		'my pores need to breathe, should i skip makeup',
		'eyes a bit puffy after a bad night, sleep thing?',
		'does salt make your face puffy in the morning',
		'yogurt makes my tongue feel coated',
		'my nose is stuffy every winter, does that dry skin',
		'swollen pimple on my chin, gut related?',
		'no swelling or trouble breathing, just a bit itchy after kimchi',
		'can a tight schedule cause breakouts',
		'is it allergy season making my eczema worse',
		'my lips are chapped all winter',
		'im choking on all this advice, where do i start',
		'had an allergic reaction to nuts as a kid, all fine since, is kefir ok',
		'how to take a deep breath and slow down before bed',
		'why is my face so big in photos, bloating?',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
