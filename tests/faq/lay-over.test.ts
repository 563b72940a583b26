import { describe, expect, test } from 'vitest';
import type { EntryTexts } from '../../src/core/entry-texts.ts';
import type { OwnState } from '../../src/faq/answer.ts';
import { createCatalogue } from '../../src/faq/catalogue.ts';
import { asShipped, entryOf, layOver } from '../../src/faq/lay-over.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const entries = [
	anEntry({ id: 'gut', title: 'Is the gut a brain?', aliases: ['belly'], answer: 'Nearly. Ask it.' }),
	anEntry({ id: 'sleep', title: 'Does sleep matter?', aliases: ['bedtime'], answer: 'It does. Try it.' }),
];
const shipped = entries.map(asShipped);
const [gut] = shipped;

const texts: EntryTexts = { title: 'Ours', answer: 'Our text.', aliases: ['tum'], topic: 'food' };

const lay = (states: Record<string, OwnState>) => layOver(shipped, new Map(Object.entries(states)));

describe('a shipped entry', () => {
	test('takes the server’s words, and keeps what only Gutsy says of it', () => {
		const { own, hidden } = lay({ gut: { version: 3, texts } });
		expect(own).toEqual([{ ...gut, ...texts, version: 3, worded: 'here' }]);
		expect(hidden).toEqual(new Set());
	});

	test('keeps its words under another day for reading it again', () => {
		expect(lay({ gut: { version: 2, reviewBy: '2028-01-01' } }).own).toEqual([
			{ ...gut, version: 2, reviewBy: '2028-01-01' },
		]);
	});

	test.each([
		['with its own words', { version: 1, hidden: true, texts } as const],
		['with the shipped ones', { version: 1, hidden: true } as const],
	])('is hidden %s', (_what, state) => {
		expect(lay({ gut: state })).toEqual({ own: [], hidden: new Set(['gut']) });
	});

	test('is as shipped again, but for its version, when all is taken back', () => {
		expect(lay({ gut: { version: 4 } }).own).toEqual([{ ...gut, version: 4 }]);
	});
});

describe('an entry of the server’s own', () => {
	test('claims nothing, and quotes no source but the server’s', () => {
		const [own] = lay({ tea: { version: 1, texts: { ...texts, source: 'https://example.org/' } } }).own;
		expect(own).toMatchObject({
			id: 'tea',
			title: 'Ours',
			worded: 'here',
			link: 'https://example.org/',
			claims: [],
			sources: [],
			related: [],
			phrasings: [],
		});
	});

	test('has no link without a source', () => {
		expect(lay({ tea: { version: 1, texts } }).own[0]).not.toHaveProperty('link');
	});

	test('need not be read again before a day is set', () => {
		const reviewBy = (state: OwnState) => entryOf('tea', state, undefined)?.reviewBy;
		expect(reviewBy({ version: 1, texts, reviewBy: '2027-02-03' })).toBe('2027-02-03');
		expect(reviewBy({ version: 1, texts })).toBe('2100-01-01');
	});

	test('is hidden', () => {
		expect(lay({ tea: { version: 1, texts, hidden: true } })).toEqual({
			own: [],
			hidden: new Set(['tea']),
		});
	});

	test('is gone when it is deleted', () => {
		expect(lay({ tea: { version: 2 } })).toEqual({ own: [], hidden: new Set() });
		expect(entryOf('tea', { version: 2 }, undefined)).toBeUndefined();
	});
});

test('a shipped entry that was only found still right is answered exactly as before', () => {
	const base = createCatalogue(shipped, learntFrom(entries));
	const { own, hidden } = lay({ gut: { version: 1, reviewBy: '2028-01-01' } });
	const reviewed = base.under(own, hidden);
	for (const question of ['is the gut like a brain', 'belly', 'ask it', 'sleep and bed', 'bicycle']) {
		const outcome = ({ ranked, none }: ReturnType<typeof base.match>) => ({
			none,
			ranked: ranked.map(({ entry, share, evidence }) => ({ id: entry.id, share, evidence })),
		});
		expect(outcome(reviewed.match(question))).toEqual(outcome(base.match(question)));
	}
	expect(reviewed.named('belly')).toMatchObject({ id: 'gut', version: 1, reviewBy: '2028-01-01' });
	expect(reviewed.complete('is the g', 5)).toMatchObject([{ id: 'gut', version: 1 }]);
	expect(reviewed.match('is the gut a brain').ranked[0]?.entry).toMatchObject({ id: 'gut', version: 1 });
});
