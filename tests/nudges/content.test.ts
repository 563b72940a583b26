import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content.ts';
import { FEWEST_NUDGES } from '../../src/nudges/catalogue.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { pickNudge } from '../../src/nudges/pick-nudge.ts';
import { TOPICS } from '../../src/nudges/topic.ts';
import { ROOT } from '../house/imports.ts';

const { nudges } = await loadContent(join(ROOT, 'content'));

const texts = [
	...TOPICS.flatMap((topic) => nudges.catalogue[topic]),
	...TOPICS.flatMap((topic) => nudges.programmes[topic].days),
].map(({ id, text, why }) => ({ id, words: `${text} ${why}` }));

const around = [
	...TOPICS.map((topic) => nudges.programmes[topic]).map(({ title, about, start, middle, end }) => ({
		id: title,
		words: [title, about, start, middle, end].join(' '),
	})),
	...nudges.expectations.map(({ week, text }) => ({ id: `week ${week}`, words: text })),
];

/** A nudge comes on any date anywhere, so it knows neither the day of the week nor the time of year. */
const CALENDAR = [
	/\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/i,
	/\b(weekends?|weekdays?|workdays?|bank holidays?)\b/i,
	/\b(spring|summer|autumn|in (the )?fall|winter)(time|s)?\b/i,
	/\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/,
	/\b(christmas|easter|ramadan|diwali|hanukkah|new year|halloween|thanksgiving)\b/i,
	/\b(snow|frost|heatwave|seasons?|seasonal)\b/i,
	/\b(north|south)ern hemisphere\b/i,
];

/** Coaching knows no illness, no body that is unwell, no medicine and no dose. */
const MEDICAL = [
	/\b(acne|eczema|rosacea|psoriasis|dermatitis|hives|rash(es)?|pimples?|breakouts?|itch\w*|flare\w*)\b/i,
	/\b(IBS|IBD|crohn\w*|colitis|coeliac|celiac|SIBO|reflux|heartburn|ulcers?|candida|leaky gut)\b/i,
	/\b(insomnia|apnoea|apnea|depress\w*|anxiety|burnout|disorders?|ADHD|PTSD|eating disorder)\b/i,
	/\b(disease\w*|illness\w*|symptom\w*|syndrome|infect\w*|inflam\w*|diabet\w*|cancer|tumou?rs?)\b/i,
	/\b(bloat\w*|constipat\w*|diarrh\w*|nausea|cramps?|pains?|painful|aches?|allerg\w*|intoleran\w*)\b/i,
	/\b(diagnos\w*|treat(s|ed|ing|ments?)|cur(e|es|ed|ing)|heal(s|ed|ing)?|therap\w*|prescri\w*|remed\w*)\b/i,
	/\b(medicines?|medications?|drugs?|pills?|tablets?|capsules?|supplements?|antibiotics?|melatonin|magnesium|vitamins?|collagen|antidepress\w*|steroids?)\b/i,
	/\b(dose|doses|dosage)\b|\b\d+ ?(mg|mcg|µg|g|grams?|ml|litres?|iu|kcal|calories)\b/i,
	/\b(calories?|weight loss|lose weight|slim\w*|detox\w*|cleans\w*|fasting)\b/i,
];

function found(list: readonly { id: string; words: string }[], words: readonly RegExp[]): string[] {
	return list.flatMap((each) =>
		words.flatMap((word) => {
			const match = word.exec(each.words)?.[0];
			return match === undefined ? [] : [`${each.id}: ${match}`];
		}),
	);
}

describe('the nudges and the programmes', () => {
	test('are at least sixty a topic', () => {
		expect(FEWEST_NUDGES).toBe(60);
		for (const topic of TOPICS) expect(nudges.catalogue[topic].length).toBeGreaterThanOrEqual(FEWEST_NUDGES);
	});

	test('fit every weekday and season', () => {
		expect(found([...texts, ...around], CALENDAR)).toEqual([]);
	});

	test('are none medical', () => {
		expect(found([...texts, ...around], MEDICAL)).toEqual([]);
	});

	test.each([
		['Take a walk on Sunday', CALENDAR],
		['A summer salad', CALENDAR],
		['Plan for March', CALENDAR],
		['Good against acne', MEDICAL],
		['It heals the gut', MEDICAL],
		['Take 300 mg', MEDICAL],
		['Ask for a supplement', MEDICAL],
	])('would not say: %s', (words, list) => {
		expect(found([{ id: 'it', words }], list)).toHaveLength(1);
	});

	test.each(['You may fall asleep sooner', 'A treat for the eyes, in a way', 'Give yourself a kind word'])(
		'might say: %s',
		(words) => {
			expect(found([{ id: 'it', words }], [...CALENDAR, ...MEDICAL])).toEqual([]);
		},
	);
});

describe('a member', () => {
	test('meets no nudge again within 45 days, whoever they are and whenever they began', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: 10n ** 16n, max: 2n ** 63n }),
				fc.constantFrom(...TOPICS),
				fc.integer({ min: 20_000, max: 36_000 }),
				(member, topic, start) => {
					const lastSeen = new Map<string, number>();
					for (let day = start; day < start + 150; day += 1) {
						const { id } = pickNudge(nudges.catalogue[topic], String(member), topic, localDay.parse(day));
						expect(day - (lastSeen.get(id) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(45);
						lastSeen.set(id, day);
					}
				},
			),
			{ numRuns: 60 },
		);
	});

	test('meets none again within 45 days over ten years', () => {
		for (const topic of TOPICS) {
			const lastSeen = new Map<string, number>();
			for (let day = 20_779; day < 20_779 + 3_652; day += 1) {
				const { id } = pickNudge(nudges.catalogue[topic], '100000000000000001', topic, localDay.parse(day));
				expect(day - (lastSeen.get(id) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(45);
				lastSeen.set(id, day);
			}
		}
	});
});
