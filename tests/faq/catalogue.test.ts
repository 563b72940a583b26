import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/faq/catalogue.ts';
import { anEntry } from '../support/an-app.ts';

const catalogue = createCatalogue([
	anEntry({
		id: 'kimchi',
		title: 'Which foods are fermented?',
		aliases: ['kimchi and kefir'],
		answer: 'Kimchi is.',
	}),
	anEntry({
		id: 'sleep',
		title: 'How does sleep matter?',
		aliases: ['bedtime'],
		answer: 'The gut keeps a rhythm.',
	}),
	anEntry({
		id: 'gut',
		title: 'What is the gut microbiome?',
		aliases: ['gut flora'],
		answer: 'Microbes in the gut.',
	}),
]);

describe('a catalogue', () => {
	test.each([
		['a word of a title', 'tell me about the microbiome', 'gut'],
		['a word of an alias', 'is kefir any good', 'kimchi'],
		['a misspelled word', 'what is the micrbiome', 'gut'],
		['a plural', 'bedtimes?', 'sleep'],
		['accents and shouting', 'KÉFIR!!', 'kimchi'],
	])('finds an entry by %s', (_what, question, id) => {
		expect(catalogue.match(question)[0]?.entry.id).toBe(id);
	});

	test('says what share of the meaningful words an entry knows', () => {
		expect(catalogue.match('does kefir rust bicycles')[0]).toMatchObject({
			entry: { id: 'kimchi' },
			coverage: 1 / 3,
		});
	});

	test.each([
		['the title misspelled', 'what is the gut micrbiome', true],
		['more than the title', 'gut microbiome and bicycles', false],
		['less than the title', 'the gut', false],
	])('notices a question that says %s', (_what, question, saysTitle) => {
		expect(catalogue.match(question).find(({ entry }) => entry.id === 'gut')).toMatchObject({ saysTitle });
	});

	test.each(['what is it', '???', ''])('finds nothing in %j', (question) => {
		expect(catalogue.match(question)).toEqual([]);
	});

	test('knows an entry by title or alias, give or take case and punctuation', () => {
		expect(catalogue.named('what is the gut microbiome')?.id).toBe('gut');
		expect(catalogue.named('Gut flora!')?.id).toBe('gut');
		expect(catalogue.named('gut')).toBeUndefined();
	});

	test.each([
		['micro', ['gut']],
		['femented', ['kimchi']],
		['', ['kimchi', 'sleep', 'gut']],
		['zzz', []],
	])('completes %j', (typed, ids) => {
		expect(catalogue.complete(typed, 25).map(({ id }) => id)).toEqual(ids);
	});

	test('completes no more than asked for', () => {
		expect(catalogue.complete('', 2)).toHaveLength(2);
	});
});
