import { describe, expect, test } from 'vitest';
import type { OwnState } from '../../src/faq/answer.ts';
import { createCatalogue } from '../../src/faq/catalogue.ts';
import { asShipped, layOver } from '../../src/faq/lay-over.ts';
import { landsOn, rehearse } from '../../src/faq/rehearse.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const entries = [
	anEntry({
		id: 'kimchi',
		title: 'Which foods are fermented?',
		aliases: ['kimchi', 'sauerkraut'],
		phrasings: ['is kimchi fermented', 'what about sauerkraut'],
		answer: 'Kimchi is.',
	}),
	anEntry({
		id: 'sleep',
		title: 'How does sleep matter?',
		aliases: ['bedtime'],
		phrasings: ['should i sleep more', 'when is bedtime'],
		answer: 'It does.',
	}),
];
const shipped = entries.map(asShipped);
const asBefore = createCatalogue(shipped, learntFrom(entries));
const texts = { title: 'What is cabbage for?', answer: 'For eating.', topic: 'food' } as const;

function withStates(states: Record<string, OwnState>) {
	const { own, hidden } = layOver(shipped, new Map(Object.entries(states)));
	return asBefore.under(own, hidden);
}

describe('what a change does to questions', () => {
	test.each([
		[
			'an entry that takes a name',
			{ cabbage: { version: 1, texts: { ...texts, aliases: ['sauerkraut'] } } },
			[{ question: 'sauerkraut', before: 'kimchi', after: 'cabbage' }],
		],
		['a name that nobody asks for', { cabbage: { version: 1, texts: { ...texts, aliases: ['slaw'] } } }, []],
		['other words for the same', { kimchi: { version: 1, texts: { ...texts, aliases: ['kimchi'] } } }, []],
		['a day to read it again', { kimchi: { version: 1, reviewBy: '2028-01-01' } }, []],
	])('shows %s', async (_what, states: Record<string, OwnState>, moved) => {
		expect(await rehearse(asBefore, withStates(states), ['kimchi', 'sauerkraut', 'bedtime'])).toEqual(moved);
	});

	test('shows where the questions of a hidden entry go', async () => {
		const [moved] = await rehearse(asBefore, withStates({ kimchi: { version: 1, hidden: true } }), [
			'kimchi',
		]);
		expect(moved).toMatchObject({ question: 'kimchi', before: 'kimchi' });
		expect(moved?.after).not.toBe('kimchi');
	});

	test('tells a question once, however often it is asked', async () => {
		const states = { cabbage: { version: 1, texts: { ...texts, aliases: ['sauerkraut'] } } };
		expect(await rehearse(asBefore, withStates(states), ['sauerkraut', 'sauerkraut'])).toHaveLength(1);
	});

	test('is nothing when nothing is asked', async () => {
		expect(await rehearse(asBefore, withStates({ kimchi: { version: 1, hidden: true } }), [])).toEqual([]);
	});
});

describe('a question lands on', () => {
	test.each([
		['the entry that it names', 'Kimchi!', 'kimchi'],
		['the entry that answers it', 'should i sleep more', 'sleep'],
		['none when nothing fits', 'who won the match yesterday', undefined],
	])('%s', (_what, question, entry) => {
		expect(landsOn(asBefore, question)).toBe(entry);
	});
});
