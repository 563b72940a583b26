import { describe, expect, test } from 'vitest';
import { checkRedFlags } from '../../../src/safety/red-flags.ts';

describe('Weight and bowel change', () => {
	test.each([
		['see-a-doctor', 'weight is just falling off me and i eat normal'],
		['see-a-doctor', 'ive dropped 2 stone since christmas and not even dieting'],
		['see-a-doctor', 'diarrhoea every day for a month'],
		['see-a-doctor', 'constipated for 4 weeks straight'],
		['see-a-doctor', 'my poos have been thin like a pencil lately'],
		['see-a-doctor', 'bowel habits totally changed about six weeks ago'],
		['see-a-doctor', 'lost 20 lbs unintentionally'],
		['see-a-doctor', 'food keeps getting stuck when i swallow'],
		['see-a-doctor', 'found a lump in my belly'],
		['see-a-doctor', 'drenching night sweats and i am losing weight'],
		['see-a-doctor', 'loose stools for the past 2 months, is that leaky gut'],
		['see-a-doctor', 'i wake up at night to poop, every night'],
		['see-a-doctor', 'my jeans are loose and i didnt change anything, tired all the time'],
		['see-a-doctor', 'cant hold my poo anymore'],
		['see-a-doctor', 'bloated non stop for five weeks'],
	])('is %s: %s', (tier, text) => {
		expect(checkRedFlags(text)?.tier).toBe(tier);
	});

	test.each([
		'how do i lose weight and get clear skin',
		'lost 5 kilos on a diet and my skin glows',
		'i want to drop a few pounds',
		'diarrhea after one bad taco',
		'constipated on holiday again',
		'been on this for 4 weeks no change',
		'how often should i poop',
		'does weight affect acne',
		'my skin changed a lot over the last months',
		'lost weight on purpose, got saggy skin',
		'loose powder makeup and acne',
		'3 weeks no sugar and i feel great',
	])('is ordinary: %s', (text) => {
		expect(checkRedFlags(text)).toBeUndefined();
	});
});
