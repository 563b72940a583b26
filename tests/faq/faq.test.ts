import { describe, expect, test } from 'vitest';
import type { EntryTexts } from '../../src/core/entry-texts.ts';
import type { OwnState } from '../../src/faq/answer.ts';
import { createFaq } from '../../src/faq/faq.ts';
import { createServerCatalogues } from '../../src/faq/server-catalogues.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const care = { title: 'Call for help', body: 'Now.' };

const tea: EntryTexts = {
	title: 'When is tea time?',
	answer: 'At four.',
	aliases: ['tea'],
	topic: 'basics',
	source: 'https://example.org/tea',
};

function aFaq(statesOf: Record<string, Map<string, OwnState>> = {}) {
	const entries = [
		anEntry({
			id: 'kimchi',
			title: 'Which foods are fermented?',
			aliases: ['kimchi'],
			related: ['sleep'],
			answer: 'Kimchi is.',
		}),
		anEntry({ id: 'sleep', title: 'How does sleep matter?', aliases: ['bedtime'], answer: 'It does.' }),
	];
	return createFaq({
		catalogues: createServerCatalogues({
			entries,
			learnt: learntFrom(entries),
			load: async (guildId) => ({ version: 1, states: statesOf[guildId] ?? new Map() }),
			versionOf: async () => 1,
			onUnreadable: () => undefined,
			monotonic: () => 0,
		}),
		checkRedFlags: (question) => {
			if (question.includes('breathe')) return { kind: 'care', reply: care };
			return question.includes('bloated') ? { kind: 'caution', reply: care } : undefined;
		},
	});
}

describe('the FAQ', () => {
	test('sends a red flag to care before it looks for an answer', async () => {
		const answer = await aFaq().answer({ guildId: '1', question: 'kimchi and now I cannot breathe' });
		expect(answer).toEqual({ band: 'care', reply: care });
	});

	test('answers a title at once, with what is related', async () => {
		const answer = await aFaq().answer({ guildId: undefined, question: 'which foods are FERMENTED' });
		expect(answer).toMatchObject({ band: 'answer', entry: { id: 'kimchi' }, related: [{ id: 'sleep' }] });
	});

	test('says so when it has nothing', async () => {
		expect(await aFaq().answer({ guildId: '1', question: 'who won the match' })).toEqual({
			band: 'none',
			nearest: undefined,
		});
	});

	test('keeps a word of caution beside an answer', async () => {
		const answer = await aFaq().answer({ guildId: '1', question: 'Kimchi' });
		expect(answer).not.toHaveProperty('caution');
		const unsure = await aFaq().answer({ guildId: '1', question: 'kimchi and bloated' });
		expect(unsure).toMatchObject({ caution: care });
	});

	test('lists the entries on a topic', async () => {
		const entries = await aFaq().browse(undefined, 'basics');
		expect(entries.map(({ id }) => id)).toEqual(['kimchi', 'sleep']);
		expect(await aFaq().browse(undefined, 'food')).toEqual([]);
	});

	test.each([
		['an id', 'sleep'],
		['a title', 'How does sleep matter'],
		['an alias', 'Bedtime'],
	])('finds an entry for a moderator by %s', async (_what, text) => {
		expect((await aFaq().find('1', text))?.id).toBe('sleep');
	});

	test.each([
		['likelier first', 'which foods are fermented and sleep', 9, ['kimchi', 'sleep']],
		['no more than wanted', 'which foods are fermented and sleep', 1, ['kimchi']],
	])('lists the closest entries to a question, %s', async (_what, question, most, ids) => {
		expect((await aFaq().closest('1', question, most)).map(({ id }) => id)).toEqual(ids);
	});

	test('leads from an entry to those that go with it, as far as the server shows them', async () => {
		const faq = aFaq({ 1: new Map([['sleep', { version: 1, hidden: true }]]) });
		const relatedIn = async (guildId: string) => {
			const kimchi = await faq.entry(guildId, 'kimchi');
			return kimchi && (await faq.related(guildId, kimchi)).map(({ id }) => id);
		};
		expect([await relatedIn('1'), await relatedIn('2')]).toEqual([[], ['sleep']]);
	});
});

describe('an entry of a server’s own', () => {
	const ours = () => aFaq({ 1: new Map([['tea-time', { version: 3, texts: tea }]]) });

	test('is answered, found, browsed, listed and offered there', async () => {
		const faq = ours();
		expect(await faq.answer({ guildId: '1', question: 'when is tea time' })).toMatchObject({
			band: 'answer',
			entry: { id: 'tea-time', version: 3, worded: 'here', link: 'https://example.org/tea' },
			related: [],
		});
		expect((await faq.find('1', 'Tea'))?.id).toBe('tea-time');
		expect((await faq.browse('1', 'basics')).map(({ id }) => id)).toEqual(['kimchi', 'sleep', 'tea-time']);
		expect((await faq.all('1')).map(({ id }) => id)).toEqual(['kimchi', 'sleep', 'tea-time']);
		expect(await faq.landsOn('1', 'when is tea time?')).toBe('tea-time');
		expect(faq.complete('1', 'tea t').map(({ id }) => id)).toEqual(['tea-time']);
	});

	test('is known nowhere else', async () => {
		const faq = ours();
		for (const guildId of ['2', undefined]) {
			expect(await faq.entry(guildId, 'tea-time')).toBeUndefined();
			expect(await faq.find(guildId, 'tea')).toBeUndefined();
			expect(await faq.landsOn(guildId, 'when is tea time?')).not.toBe('tea-time');
			expect(faq.complete(guildId, 'tea t')).toEqual([]);
		}
	});

	test('can be tried without anybody seeing it', async () => {
		const faq = aFaq();
		const tried = faq.withStates(new Map([['tea-time', { version: 1, texts: tea }]]));
		expect(tried.named('tea')?.id).toBe('tea-time');
		expect(await faq.find('1', 'tea')).toBeUndefined();
	});

	test('does not come before a red flag', async () => {
		const faq = aFaq({
			1: new Map([['x', { version: 1, texts: { ...tea, title: 'I cannot breathe' } }]]),
		});
		const answer = await faq.answer({ guildId: '1', question: 'I cannot breathe' });
		expect(answer).toEqual({ band: 'care', reply: care });
	});
});
