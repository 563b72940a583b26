import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../src/faq/catalogue.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const entries = [
	anEntry({
		id: 'kimchi',
		title: 'Which foods are fermented?',
		topic: 'food',
		aliases: ['kimchi and kefir'],
		phrasings: ['is sauerkraut any good'],
	}),
	anEntry({ id: 'sleep', title: 'How does sleep matter?', topic: 'sleep', aliases: ['bedtime'] }),
	anEntry({ id: 'gut', title: 'What is the gut microbiome?', aliases: ['gut flora'] }),
];
const catalogue = createCatalogue(entries, learntFrom(entries));
const best = (question: string, of = catalogue) => of.match(question).ranked[0]?.entry;

describe('a catalogue', () => {
	test.each([
		['a word of a title', 'tell me about the microbiome', 'gut'],
		['a word of an alias', 'is kefir any good', 'kimchi'],
		['a phrasing', 'sauerkraut any good?', 'kimchi'],
		['a misspelled word', 'what is the micrbiome', 'gut'],
		['a plural', 'bedtimes?', 'sleep'],
		['another word for the same thing', 'tummy bugs', 'gut'],
		['accents and shouting', 'KÉFIR!!', 'kimchi'],
	])('finds an entry by %s', (_what, question, id) => {
		expect(best(question)?.id).toBe(id);
	});

	test('says what speaks for an entry', () => {
		const [first] = catalogue.match('kimchi and kefir').ranked;
		expect(first?.evidence.near).toBeCloseTo(1, 3);
		expect(first?.evidence.trained).toBeGreaterThan(0.5);
	});

	test('finds it likelier that nothing fits something else', () => {
		expect(catalogue.match('who won the match yesterday').none).toBeGreaterThan(0.5);
		expect(catalogue.match('kimchi and kefir').none).toBeLessThan(0.5);
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

	test('lists the entries on a topic', () => {
		expect(catalogue.on('food').map(({ id }) => id)).toEqual(['kimchi']);
	});
});

describe('a catalogue with a server’s own entries over it', () => {
	const sleep = anEntry({
		id: 'sleep',
		title: 'Why go to bed?',
		topic: 'sleep',
		aliases: ['nap time'],
		version: 2,
	});
	const rules = anEntry({
		id: 'rules',
		title: 'Where are the rules of this server?',
		topic: 'about',
		aliases: ['server rules', 'house rules', 'what may i post'],
		version: 1,
	});
	const ours = catalogue.under([sleep, rules], new Set(['gut']));

	test('answers from what the server wrote, in its words and in the old ones', () => {
		expect(best('nap time', ours)).toBe(sleep);
		expect(best('how does sleep matter', ours)).toBe(sleep);
	});

	test('finds an added entry by its own words, without training', () => {
		const { ranked, none } = ours.match('what are the rules here');
		expect(ranked[0]?.entry).toBe(rules);
		expect(none).toBeLessThan(0.5);
	});

	test('leaves out what the server hides', () => {
		expect(ours.get('gut')).toBeUndefined();
		expect(ours.named('gut flora')).toBeUndefined();
		expect(ours.match('gut flora').ranked.map(({ entry }) => entry.id)).not.toContain('gut');
		expect(ours.complete('micro', 25)).toEqual([]);
	});

	test('completes, names and lists what the server wrote', () => {
		expect(ours.complete('rules', 25)).toEqual([rules]);
		expect(ours.named('NAP TIME')).toBe(sleep);
		expect(ours.on('about')).toEqual([rules]);
		expect(ours.complete('', 25).map(({ id }) => id)).toEqual(['kimchi', 'sleep', 'rules']);
	});

	test('finds the same whether its words were looked through before or with the first question', async () => {
		const before = catalogue.under([sleep, rules], new Set(['gut']));
		await before.prepare();
		for (const question of ['nap time', 'what are the rules here', 'gut flora'])
			expect(before.match(question)).toEqual(ours.match(question));
	});

	test('leaves everybody else’s as it was', () => {
		expect(catalogue.get('gut')).toBeDefined();
		expect(catalogue.named('server rules')).toBeUndefined();
		expect(best('what is the gut microbiome')?.id).toBe('gut');
	});
});
