import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Self-harm and suicide', () => {
	test.each([
		['crisis', 'whats the point of anything, my face will never be ok, id rather be gone'],
		['crisis', 'sometimes i wish i just wouldnt wake up'],
		['crisis', 'kms'],
		['crisis', 'my friend wants to kill herself because of her acne'],
		['crisis', 'Honestly the world is better without me'],
		['crisis', 'i hurt myself again last night'],
		['crisis', 'feeling like unaliving myself lol'],
		['crisis', 'im going to end things tonight'],
		['crisis', 'cant do life anymore, also does sugar matter'],
		['crisis', 'my brother keeps saying he should just die'],
		['crisis', 'i have the urge to slice my arms'],
		['crisis', 'there is no reason for me to continue living'],
		['crisis', 'i burn myself with a lighter when i break out'],
		['crisis', 'what if i just drove into a tree'],
		['crisis', 'su1c1d3 thoughts every day'],
		['crisis', 'i d0nt want to be al1ve'],
		['crisis', 'sick of existing'],
		['crisis', 'wrote my goodbye letter'],
		['crisis', 'they would be happier if i was dead'],
		['crisis', 'i just want it all to stop forever, i cant take another day'],
		['crisis', 'dont see a future for me, im so tired of fighting'],
		['crisis', 'I have thoughts to finish with my life'],
		['crisis', 'i hit myself in the face when i see pimples'],
		['crisis', 'everyone would be better off if i vanished'],
		['crisis', 'my daughter has cuts on her wrists'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'id die for clear skin',
		'dying to know if kimchi helps',
		'this heat is killing my skin',
		'kill me now, pizza night again and im on a diet lol',
		'dead tired, sleep tips?',
		'cut myself shaving, will it scar',
		'cutting carbs, good idea?',
		'burned myself on the oven, does aloe help',
		'i hate my face',
		'my skin is hopeless lol',
		'does meditation kill stress',
		'i could murder a pizza',
		'what kills good bacteria',
		'suicide squad marathon till 4am, bad for skin?',
		'it hurts to look in the mirror',
		'my diet is so boring i could cry',
		'im so done with this acne',
		'not suicidal or anything, just feeling low about my skin',
		'end of the day my skin is oily',
		'my plants died, anyway is dirt good for the microbiome',
		'i jump rope daily, good for stress?',
		'does depression come from the gut',
		'cut the toxic people, glowing skin',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
