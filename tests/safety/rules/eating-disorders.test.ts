import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Eating disorders', () => {
	test.each([
		['crisis', 'i make myself throw up after dinner so my skin stays clear'],
		['crisis', 'fingers down my throat again tonight'],
		['crisis', 'i dont deserve food'],
		['crisis', 'been starving myself to stop the acne'],
		['crisis', 'binge and purge every weekend, is my gut broken'],
		['crisis', 'taking laxatives to be skinny'],
		['same-day', 'no food for 4 days, only water, skin still bad'],
		['same-day', 'i havent had anything to eat since monday'],
		['see-a-doctor', 'im scared to eat anything now'],
		['see-a-doctor', 'I think my sister is anorexic'],
		['see-a-doctor', 'recovering from bulimia, can i do a gut cleanse'],
		['see-a-doctor', 'living on 400 calories a day for clear skin'],
		['see-a-doctor', 'i panic when i have to eat in front of others and ive cut out nearly every food'],
		['see-a-doctor', 'chew and spit, does it affect acne'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'my skin is purging from retinol',
		'binge watching till 3am, bad for skin?',
		'starving, whats a good snack for the gut',
		'i skip breakfast, bad?',
		'intermittent fasting and skin',
		'i ate a whole pizza and feel guilty lol',
		'how many calories in kimchi',
		'havent eaten sugar in 5 days',
		'no dairy for 4 days',
		'i havent eaten kimchi in ages',
		'i made myself a kefir smoothie',
		'scared to eat kimchi cause of the smell',
		'fed up with restricting, can i just eat normal and have good skin',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
