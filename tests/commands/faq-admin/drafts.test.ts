import { describe, expect, test } from 'vitest';
import { faqAdmin } from '../../../commands/faq-admin.ts';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { createCatalogue } from '../../../src/faq/catalogue.ts';
import type { Landing } from '../../../src/moderation/landing.ts';
import type { EntryState } from '../../../src/moderation/stored-state.ts';
import { aModerator } from '../../support/a-member.ts';
import { anApp, anEntry } from '../../support/an-app.ts';
import { learntFrom } from '../../support/learnt-from.ts';
import { press } from '../../support/press.ts';
import { customIdOf, said } from '../../support/said.ts';
import { untouched } from './untouched.ts';

const entry = anEntry({ id: 'gut-brain', title: 'Gut and brain?' });
const shipped = createCatalogue([entry], learntFrom([entry]));
const AUTHOR = '702';
const texts = { title: 'Ours?', answer: 'Our answer. Read it.', aliases: [], topic: 'basics' as const };
const OVERTAKEN: Landing = { kind: 'overtaken', entries: [{ entry: 'gut-brain', theirs: undefined }] };

interface Around {
	state?: EntryState;
	by?: string;
	question?: string;
	approve?: App['moderation']['approve'];
	/** What the store says when the draft is looked for a second time. */
	later?: () => Promise<undefined>;
}

/** A draft that waits, and what the channel for changes is told. */
function aWaiting({ state = { texts }, by = AUTHOR, question, approve, later }: Around = {}) {
	const told: string[] = [];
	const draft = {
		id: 'abcdefghijkl',
		items: [{ entry: 'gut-brain', basedOn: 0, state, kind: 'edit' as const }],
		by,
		at: 1,
		...(question === undefined ? {} : { question }),
	};
	let looks = 0;
	const app = anApp({
		faq: { withStates: () => shipped, landsOn: () => Promise.reject(new Error('down')) },
		inbox: { list: async () => new Map([['q', { text: 'Ours?', times: 1, at: 1 }]]) },
		channels: {
			tell: async (_channel, words) => {
				told.push(words);
				return true;
			},
		},
		moderation: {
			...untouched,
			settings: async () => ({ approval: true, auditChannel: '333' }),
			drafts: {
				list: async () => [draft],
				get: async () => {
					looks += 1;
					return looks > 1 && later ? later() : draft;
				},
			},
			decided: async () => [],
			approve: approve ?? (async () => ({ kind: 'saved', change: draft.id, revisions: [], untold: false })),
			reject: async () => true,
		},
	});
	const open = async () => {
		const list = await faqAdmin.execute({ subcommand: 'drafts' }, app, aModerator());
		const [, select = ''] = /"type":3,"custom_id":"([^"]+)"/.exec(JSON.stringify(list)) ?? [];
		return press(faqAdmin, select, app, aModerator(), { values: [draft.id] });
	};
	const decide = async (label: 'Approve' | 'Reject', note?: string) => {
		const form = await press(faqAdmin, customIdOf(await open(), label), app, aModerator());
		return press(faqAdmin, customIdOf(form, `${label} a change`), app, aModerator(), note ? { note } : {});
	};
	return { app, told, open, decide };
}

describe('a note to a draft', () => {
	const NOTE = 'Fine, but mind the second sentence';
	const down = async () => {
		throw new Error('down');
	};

	test.each<['Approve' | 'Reject', string, Around]>([
		['Approve', 'somebody else was faster', { later: async () => undefined }],
		['Reject', 'somebody else was faster', { later: async () => undefined }],
		['Approve', 'the store does not answer', { later: down }],
		['Reject', 'the store does not answer', { later: down }],
		['Approve', 'the store does not confirm', { approve: down }],
		[
			'Approve',
			'it is their own under another name',
			{ approve: () => Promise.reject(new UserError('Your own.')) },
		],
	])('is given back by %s when %s', async (label, _why, around) => {
		const { decide } = aWaiting(around);
		await expect(decide(label, NOTE)).rejects.toMatchObject({ name: 'UserError', written: NOTE });
	});

	test('is given back with both texts when the draft was overtaken', async () => {
		const { decide } = aWaiting({ approve: async () => OVERTAKEN });
		const reply = said(await decide('Approve', NOTE));
		expect(reply).toContain('They wrote');
		expect(reply).toContain(NOTE);
	});
});

describe('an approved draft', () => {
	test.each<[string, EntryState, string]>([
		['words an answer', { texts }, 'Approved. Members of this server get it from now on.'],
		['brings an answer back', {}, 'Approved. Members of this server get it from now on.'],
		['hides an answer', { hidden: true }, 'Approved. Members of this server do not get it.'],
		['words a hidden answer', { texts, hidden: true }, 'Approved. Members of this server do not get it.'],
	])('says what members get when it %s', async (_what, state, words) => {
		expect(said(await aWaiting({ state }).decide('Approve'))).toContain(words);
	});

	test('is told as approved, though the inbox cannot be looked at', async () => {
		const reply = said(await aWaiting({ question: 'q' }).decide('Approve'));
		expect(reply).toContain('Approved.');
		expect(reply).toContain('The inbox could not be looked at');
	});
});

test('one’s own draft is taken back without a note to oneself, and told as that', async () => {
	const { app, told, open } = aWaiting({ by: aModerator().userId });
	const reply = await press(faqAdmin, customIdOf(await open(), 'Take it back'), app, aModerator());
	expect(reply.kind).toBe('update');
	expect(said(reply)).toMatch(/^Taken back: edit: Ours\? \(1970-01-01\)\./);
	expect(told).toEqual([
		`<@${aModerator().userId}> took back a change of their own: edit: Ours? (1970-01-01)`,
	]);
});
