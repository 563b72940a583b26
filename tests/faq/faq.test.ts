import { describe, expect, test } from 'vitest';
import { createFaq } from '../../src/faq/faq.ts';
import { createServerCatalogues } from '../../src/faq/server-catalogues.ts';
import { anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';

const care = { title: 'Call for help', body: 'Now.' };

function aFaq() {
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
			load: async () => new Map(),
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
			nearest: 'basics',
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
});
