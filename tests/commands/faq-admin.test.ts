import { describe, expect, test } from 'vitest';
import { faqAdmin } from '../../commands/faq-admin.ts';
import { checkTotals } from '../../src/discord/check-totals.ts';
import type { EditOutcome } from '../../src/moderation/moderation.ts';
import { aMember, aModerator, NOW } from '../support/a-member.ts';
import { anApp, anEntry } from '../support/an-app.ts';
import { press } from '../support/press.ts';
import { customIdOf, said } from '../support/said.ts';

const entry = anEntry({ id: 'gut-brain', title: 'Old title', answer: 'Old answer.', version: 3 });
const edit = { subcommand: 'edit', entry: 'gut-brain' };
const submitted = { title: 'New title', answer: 'New answer.' };

const changes: unknown[] = [];
function anAppThat(outcome: EditOutcome | Error) {
	return anApp({
		faq: {
			find: async (guildId, text) => (guildId === '900' && text === 'gut-brain' ? entry : undefined),
			entry: async () => ({ ...entry, ...submitted, version: 4 }),
			related: async () => [],
		},
		moderation: {
			edit: async (change) => {
				changes.push(change);
				if (outcome instanceof Error) throw outcome;
				return outcome;
			},
		},
	});
}

const saved: EditOutcome = { kind: 'saved', wording: { ...submitted, version: 4, by: '701', at: NOW } };

describe('/faq-admin edit', () => {
	test('opens a form with the present text', async () => {
		const reply = await faqAdmin.execute(edit, anAppThat(saved), aModerator());
		expect(reply.kind).toBe('modal');
		expect(said(reply)).toBe('[Title]\nOld title\n[Answer]\nOld answer.');
	});

	test('saves what was written and shows it as members will see it', async () => {
		const app = anAppThat(saved);
		const form = await faqAdmin.execute(edit, app, aModerator());
		const reply = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), submitted);
		expect(changes.at(-1)).toEqual({
			guildId: '900',
			entry: 'gut-brain',
			basedOn: 3,
			title: 'New title',
			answer: 'New answer.',
			by: '701',
			at: NOW,
		});
		expect(said(reply)).toMatch(/^Saved\..*\n## New title\nNew answer\./);
	});

	test('shows both texts when another moderator was faster', async () => {
		const theirs = { title: 'Their title', answer: 'Their answer.', version: 4, by: '702', at: NOW };
		const app = anAppThat({ kind: 'overtaken', theirs });
		const form = await faqAdmin.execute(edit, app, aModerator());
		const reply = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), submitted);
		expect(said(reply)).toMatch(/^Nothing was saved/);
		for (const text of ['Their title', 'Their answer.', 'New title', 'New answer.'])
			expect(said(reply)).toContain(text);
	});

	test.each([
		['a member', aMember()],
		['somebody outside a server', aModerator({ guildId: undefined })],
	])('refuses %s without saying whether the entry exists', async (_who, caller) => {
		const app = anApp();
		const present = faqAdmin.execute(edit, app, caller);
		await expect(present).rejects.toThrow(/for moderators/);
		await expect(faqAdmin.execute({ ...edit, entry: 'nothing' }, app, caller)).rejects.toThrow(
			await present.catch((error: Error) => error.message),
		);
	});

	test('refuses the submit of a moderator who was demoted meanwhile', async () => {
		const form = await faqAdmin.execute(edit, anAppThat(saved), aModerator());
		const demoted = aModerator({ permissions: 0n });
		const submit = press(faqAdmin, customIdOf(form, 'Change an answer'), anApp(), demoted, submitted);
		await expect(submit).rejects.toThrow(/for moderators/);
	});

	test('refuses the submit of another than the one who opened the form', async () => {
		const form = await faqAdmin.execute(edit, anAppThat(saved), aModerator());
		const submit = press(
			faqAdmin,
			customIdOf(form, 'Change an answer'),
			anApp(),
			aModerator({ userId: '799' }),
			submitted,
		);
		await expect(submit).rejects.toThrow(/somebody else/);
	});

	test.each([
		['a title of spaces', { ...submitted, title: '  ' }, saved, '**title**'],
		[
			'an answer that is too long',
			{ ...submitted, answer: `Start ${'x'.repeat(2_000)}` },
			saved,
			'**answer**',
		],
		[
			'harmful wording',
			submitted,
			{ kind: 'refused', problems: Array(50).fill('It promises a cure.') } as const,
			'It promises a cure.',
		],
	])('gives the text back with the reason for %s', async (_what, written, outcome, reason) => {
		const app = anAppThat(outcome);
		const form = await faqAdmin.execute(edit, app, aModerator());
		const reply = await press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), written);
		expect(said(reply)).toMatch(/^Nothing was saved:/);
		expect(said(reply)).toContain(reason);
		expect(said(reply)).toContain(written.answer.slice(0, 5));
		expect(reply.kind === 'message' && checkTotals(reply.components)).toEqual([]);
	});

	test('gives the text back when the store does not confirm, and passes the cause on', async () => {
		const cause = new Error('Command timed out');
		const app = anAppThat(cause);
		const form = await faqAdmin.execute(edit, app, aModerator());
		const submit = press(faqAdmin, customIdOf(form, 'Change an answer'), app, aModerator(), submitted);
		await expect(submit).rejects.toThrow(/may be saved or not[\s\S]*New title[\s\S]*New answer/);
		await expect(submit).rejects.toMatchObject({ cause });
	});

	test('does not know an entry that is not there', async () => {
		const search = faqAdmin.execute({ ...edit, entry: 'nothing' }, anAppThat(saved), aModerator());
		await expect(search).rejects.toThrow(/pick one from the list/);
	});
});
