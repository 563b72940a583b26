import { describe, expect, test } from 'vitest';
import { prefill } from '../../commands/add-to-faq.ts';
import { faqAdmin } from '../../commands/faq-admin.ts';
import { pageOfOptions, turnedTo } from '../../commands/routes/faq-admin/paged-select.ts';
import { planImport } from '../../commands/routes/faq-admin/plan-import.ts';
import { reviewDay } from '../../commands/routes/faq-admin/review-day.ts';
import { readAliases } from '../../commands/routes/faq-admin/texts-block.ts';
import { UserError } from '../../src/core/user-error.ts';
import { createCatalogue } from '../../src/faq/catalogue.ts';
import { aMember, aModerator, NOW } from '../support/a-member.ts';
import { anApp, anEntry } from '../support/an-app.ts';
import { learntFrom } from '../support/learnt-from.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';
import { untouched } from './faq-admin/untouched.ts';

const entry = anEntry({ id: 'gut-brain', title: 'Old title', answer: 'Old answer.', version: 3 });
const shipped = createCatalogue([entry], learntFrom([entry]));

const anItem = {
	entry: 'gut-brain',
	basedOn: 3,
	kind: 'edit' as const,
	state: { texts: { title: 'New title', answer: 'New answer.', aliases: [], topic: 'basics' as const } },
};

function anAppWithEntries() {
	return anApp({
		faq: {
			find: async (guildId, text) => (guildId === '900' && text === 'gut-brain' ? entry : undefined),
			withStates: () => shipped,
		},
		moderation: {
			...untouched,
			propose: async (_guildId, { items, by, at }) => ({ id: 'abcdefghijkl', items: [...items], by, at }),
		},
	});
}

const edit = { subcommand: 'edit', entry: 'gut-brain' };

describe('/faq-admin', () => {
	test('opens forms at once, and nothing else', () => {
		expect(faqAdmin.opensForm(edit)).toBe(true);
		expect(faqAdmin.opensForm({ subcommand: 'history' })).toBe(false);
	});

	test('edit opens a form with the present text', async () => {
		const reply = await faqAdmin.execute(edit, anAppWithEntries(), aModerator());
		expect(reply.kind).toBe('modal');
		for (const present of ['Old title', 'Old answer.', 'Gut-brain axis'])
			expect(said(reply)).toContain(present);
	});

	test('shows what was written before anything is saved', async () => {
		const app = anAppWithEntries();
		const form = await faqAdmin.execute(edit, app, aModerator());
		const fields = { title: 'New title', answer: 'New answer.', topic: ['basics'] };
		const reply = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), fields);
		expect(said(reply)).toContain('This is what members will see');
		expect(said(reply)).toContain('[Save]');
	});

	test.each([
		['an empty title', { title: ' ' }, 'title'],
		['too long an answer', { answer: 'x'.repeat(1_201) }, 'answer'],
		['an alias over the limit', { aliases: `fine\n${'x'.repeat(101)}` }, 'aliases** 2'],
		['a source that is no link', { source: 'a book' }, 'source'],
	])('refuses %s, and gives the text back', async (_case, changes, named) => {
		const app = anAppWithEntries();
		const form = await faqAdmin.execute(edit, app, aModerator());
		const fields = { title: 'New title', answer: 'New answer.', topic: ['basics'], ...changes };
		const reply = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), fields);
		expect(said(reply)).toContain('Nothing was saved');
		expect(said(reply)).toContain(`**${named}`);
		expect(said(reply)).toContain('You wrote');
	});

	test('gives back what was written when too many changes are looked at', async () => {
		const app = anAppWithEntries();
		app.moderation.propose = async () => {
			throw new UserError('100 changes are being looked at');
		};
		const form = await faqAdmin.execute(edit, app, aModerator());
		const fields = { title: 'New title', answer: 'New answer.', topic: ['basics'] };
		const refused = press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), fields);
		await expect(refused).rejects.toMatchObject({ written: expect.stringContaining('New answer.') });
	});

	test('gives back what was written on when the store does not answer any more', async () => {
		const app = anAppWithEntries();
		const form = await faqAdmin.execute(edit, app, aModerator());
		const fields = { title: 'New title', answer: 'New answer.', topic: ['basics'] };
		const shown = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), fields);
		const proposal = { id: 'abcdefghijkl', items: [anItem], by: '701', at: 1 };
		const storing = (get: () => Promise<typeof proposal>) => ({
			...app,
			moderation: { ...app.moderation, proposals: { get, drop: async () => undefined } },
		});
		const there = storing(async () => proposal);
		const again = await press(faqAdmin, customIdOf(shown, 'Write on'), there, aModerator());
		const down = storing(() => Promise.reject(new Error('down')));
		const refused = press(faqAdmin, customIdOf(again, 'Write on'), down, aModerator(), fields);
		await expect(refused).rejects.toMatchObject({ written: expect.stringContaining('New answer.') });
	});

	test('gives back every field of what it refuses, however long', async () => {
		const app = anAppWithEntries();
		const form = await faqAdmin.execute(edit, app, aModerator());
		const aliases = Array.from({ length: 21 }, (_, n) => `alias number ${n}`).join('\n');
		const fields = {
			title: 'New title',
			answer: `${'Long. '.repeat(350)}The end.`,
			aliases,
			topic: ['food'],
			source: 'a book',
		};
		const reply = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), fields);
		for (const written of [fields.title, fields.answer, aliases, 'food', 'a book'])
			expect(said(reply)).toContain(written);
	});

	test('says the same of entries that are there and that are not, to who may not ask', async () => {
		for (const typed of ['gut-brain', 'nothing'])
			await expect(
				faqAdmin.execute({ subcommand: 'edit', entry: typed }, anAppWithEntries(), aMember()),
			).rejects.toThrow('This is for moderators of this server');
	});

	test('is not known outside a server that has Gutsy', async () => {
		await expect(
			faqAdmin.execute(edit, anAppWithEntries(), aModerator({ guildId: undefined })),
		).rejects.toThrow('for moderators');
	});
});

test('history leads past steps that cannot be read', async () => {
	const overlay = { history: async () => ({ revisions: [], next: 7 }) };
	const app = anApp({ moderation: { overlay: overlay as never } });
	const reply = await faqAdmin.execute({ subcommand: 'history' }, app, aModerator());
	expect(said(reply)).toContain('cannot be read');
	expect(customIdOf(reply, 'Older')).toContain(':7');
});

describe('review', () => {
	const tallies = new Map([['gut-brain', { helpful: 1, unhelpful: 5 }]]);
	const due = async (changes: object) => {
		const all = async () => [{ ...entry, ...changes }];
		const app = anApp({ faq: { all }, votes: { tallies: async () => tallies } });
		return said(await faqAdmin.execute({ subcommand: 'review' }, app, aModerator()));
	};
	const lookedAt = (daysAgo: number) => ({ reviewBy: reviewDay(NOW - daysAgo * 86_400_000) });

	test('brings up what did not help, though its day is far off', async () => {
		expect(await due({ version: 0, reviewBy: '2100-01-01' })).toContain('**1** answer ');
	});

	test('leaves it alone for a month once somebody has looked at it, and brings it up again after that', async () => {
		expect(await due({ version: 1, ...lookedAt(1) })).toContain('Nothing needs to be looked at');
		expect(await due({ version: 1, ...lookedAt(29) })).toContain('Nothing needs to be looked at');
		expect(await due({ version: 1, ...lookedAt(31) })).toContain('**1** answer ');
	});
});

describe('settings', () => {
	const change = { subcommand: 'settings', 'audit-channel': { id: '801' } };

	test('tell no channel of another server, and change nothing then', async () => {
		const app = anApp({ channels: { announce: async () => ({ kind: 'elsewhere' }) } });
		await expect(faqAdmin.execute(change, app, aModerator())).rejects.toThrow('none of this server’s');
	});

	test.each([
		change,
		{ subcommand: 'settings', role: { id: '555' } },
		{ subcommand: 'settings', approval: false },
		{ subcommand: 'settings', clear: 'audit-channel' },
	])('are not changed by those who curate by their role alone: %j', async (wish) => {
		const app = { ...anApp(), moderatorRole: async () => '555' };
		await expect(faqAdmin.execute(wish, app, aMember({ roles: ['555'] }))).rejects.toThrow(
			'Only who may manage the server',
		);
	});
});

describe('an import', () => {
	const state = { version: 4, by: '701', at: NOW };
	const own = { title: 'Ours', answer: 'Our own.', aliases: ['our'], topic: 'food' } as const;
	const same = {
		title: 'Old title',
		answer: 'Old answer.',
		aliases: ['Gut-brain axis'],
		topic: 'basics',
	} as const;
	const states = new Map([
		['ours', { ...state, texts: { ...own, aliases: ['our'] } }],
		['gut-brain', { ...state, hidden: true as const }],
	]);
	const plan = (rows: Parameters<typeof planImport>[0]) => planImport(rows, { states, shipped, now: NOW });
	const row = (id: string, changes: object = {}) => ({
		id,
		line: 2,
		hidden: false,
		texts: undefined,
		...changes,
	});

	test.each([
		['a new entry', row('new', { texts: { ...own, aliases: [] } }), 'added'],
		['other words', row('ours', { texts: { ...own, aliases: [], title: 'Other' } }), 'changed'],
		[
			'an entry brought back',
			row('gut-brain', { texts: { ...same, aliases: ['Gut-brain axis'] } }),
			'changed',
		],
	] as const)('finds %s', (_case, given, where) => {
		const found = plan([given]);
		expect(found[where].map(({ id }) => id)).toEqual([given.id]);
		expect(found.items).toHaveLength(1);
	});

	test('changes nothing where the file says what is there', () => {
		const found = plan([
			row('ours', { texts: { ...own, aliases: ['our'] } }),
			row('gut-brain', { hidden: true }),
			row('gut-brain', { hidden: true, texts: { ...same, aliases: ['Gut-brain axis'] } }),
		]);
		expect(found).toMatchObject({ items: [], unchanged: 3, invalid: [] });
	});

	test('keeps no texts that only say what Gutsy ships', () => {
		const [item] = plan([row('gut-brain', { texts: { ...same, aliases: ['Gut-brain axis'] } })]).items;
		expect(item).toEqual({
			entry: 'gut-brain',
			basedOn: 4,
			kind: 'import',
			state: { reviewBy: reviewDay(NOW) },
		});
	});

	test('does not take an entry without texts that nobody ships', () => {
		expect(plan([row('new')]).invalid).toEqual([
			{ line: 2, row: 2, field: 'title', reason: expect.stringContaining('“new”') },
		]);
	});
});

describe('a page of options', () => {
	const options = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `${index}` }));

	test.each([
		[0, 0, 0, []],
		[23, 0, 23, []],
		[24, 0, 24, ['>']],
		[24, 1, 2, ['<']],
		[60, 1, 25, ['>', '<']],
		[60, 9, 15, ['<']],
	])('of %i on page %i has %i options', (count, page, length, ways) => {
		const shown = pageOfOptions(options(count), page).options;
		expect(shown).toHaveLength(length);
		expect(shown.flatMap(({ value }) => (/\d/.test(value) ? [] : [value]))).toEqual(ways);
	});

	test('turns on and back, never before the first', () => {
		expect([turnedTo('>', 0), turnedTo('<', 2), turnedTo('<', 0), turnedTo('7', 0)]).toEqual([
			1,
			1,
			0,
			undefined,
		]);
	});
});

describe('from a message', () => {
	test.each([
		['a question', 'Is oat milk good?', { title: 'Is oat milk good?', aliases: [] }],
		[
			'an explanation',
			'Oats are fine. They have fibre.',
			{ title: 'Oats are fine.', answer: 'Oats are fine. They have fibre.' },
		],
	])('%s begins the form', (_case, text, prefilled) => {
		expect(prefill(text)).toEqual(prefilled);
	});

	test('other names are read one a line, each once', () => {
		expect(readAliases(' a \n\nb\na')).toEqual(['a', 'b']);
	});
});
