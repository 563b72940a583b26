import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { fileToSave, select, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { defineRoute } from '../../../src/discord/define-route.ts';
import { describeNote, mentionOf } from '../../../src/discord/describe-change.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { privately, type TopLevel, update } from '../../../src/discord/reply.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import { fileToImport } from './decided.ts';
import { approveForm, noteField, noteModal, rejectForm } from './draft-notes.ts';
import { proposalParam } from './entry-form.ts';
import { updateLanding } from './landing.ts';
import { demandFitWording } from './look-ahead.ts';
import { pageOfOptions, pageParam, pickedOf, turnedTo } from './paged-select.ts';
import { settleQuestion } from './settle-question.ts';
import { approveDraft, nameOf, pickDraft, rejectDraft, showDraft } from './show-draft.ts';
import { asCurator, type Curator, defineSubcommand } from './subcommand.ts';
import { titlesIn } from './titles.ts';

async function listDrafts(
	app: App,
	{ guildId, userId: owner, now }: Curator,
	at: number,
): Promise<TopLevel[]> {
	const [drafts, titles] = await Promise.all([
		app.moderation.drafts.list(guildId, now),
		titlesIn(app, guildId),
	]);
	if (drafts.length === 0) return [text('No change waits for a second moderator.')];
	const { options, page } = pageOfOptions(
		drafts.map((draft) => ({ label: nameOf(draft, titles), value: draft.id })),
		at,
	);
	return [
		text(
			`${counted(drafts.length, 'change waits', 'changes wait')} for a second moderator, the oldest first.`,
		),
		select(pickDraft.write({ owner, now, page: String(page) }), 'Pick one to look at', options),
	];
}

/** @throws UserError when somebody else has dealt with it. */
async function findDraft({ moderation }: App, guildId: string, id: string): Promise<Proposal> {
	const draft = await moderation.drafts.get(guildId, id);
	if (draft === undefined) throw new UserError('Somebody else has dealt with that already.');
	return draft;
}

const look = defineRoute({
	id: pickDraft,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ page: pageParam, values: pickedOf(proposalParam) }),
	async run({ page, values: id }, app, caller) {
		const curator = asCurator(caller);
		const turned = turnedTo(id, page);
		if (turned !== undefined) return update(...(await listDrafts(app, curator, turned)));
		const draft = await findDraft(app, curator.guildId, id);
		return showDraft(app, curator, draft, page);
	},
});

const approve = defineRoute({
	id: approveDraft,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ draft: proposalParam }),
	run: ({ draft }, _app, { userId: owner, now }) =>
		noteModal('Approve a change', approveForm.write({ owner, now, draft }), 'A note, if you like'),
});

const approveWithNote = defineRoute({
	id: approveForm,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ draft: proposalParam, note: noteField }),
	async run({ draft: id, note }, app, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const draft = await findDraft(app, guildId, id);
		await demandFitWording(draft.items);
		const name = nameOf(draft, await titlesIn(app, guildId));
		const landing = await app.moderation.approve(guildId, draft, { by: owner, at: now, name, note });
		const settled =
			landing.kind === 'saved' && draft.question !== undefined
				? await settleQuestion(
						app,
						guildId,
						draft.question,
						draft.items.map(({ entry }) => entry),
					)
				: '';
		const around = {
			owner,
			now,
			done: `Approved. Members get it from now on.${settled}`,
			proposal: draft,
			faq: app.faq,
		};
		return updateLanding(landing, around);
	},
});

const reject = defineRoute({
	id: rejectDraft,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ draft: proposalParam }),
	run: ({ draft }, _app, { userId: owner, now }) =>
		noteModal('Reject a change', rejectForm.write({ owner, now, draft }), 'Why?'),
});

const rejectWithNote = defineRoute({
	id: rejectForm,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ draft: proposalParam, note: noteField }),
	async run({ draft: id, note }, app, caller) {
		const { guildId, userId, now } = asCurator(caller);
		const draft = await findDraft(app, guildId, id);
		const [{ auditChannel }, titles] = await Promise.all([
			app.moderation.settings(guildId),
			titlesIn(app, guildId),
		]);
		const name = nameOf(draft, titles);
		if (!(await app.moderation.reject(guildId, draft, { by: userId, at: now, name, note })))
			throw new UserError('Somebody else has dealt with that already.');
		// The draft is gone from the list: what its author wrote goes with the news, to be imported again.
		const file = fileToImport(draft.items);
		const why = describeNote({ note });
		const news = `<@${userId}> rejected a change by ${mentionOf(draft.by)}: ${escaped(name)}${why}`;
		const told = auditChannel === undefined || (await app.channels.tell(auditChannel, news, file));
		return {
			...update(
				text(
					`Rejected: ${escaped(name)}.${why}${told ? '' : '\nThe channel for changes could not be told.'}`,
				),
				...(file ? [text('What it said, to keep or to import:'), fileToSave(file.name)] : []),
			),
			...(file ? { files: [file] } : {}),
		};
	},
});

export const drafts = defineSubcommand({
	name: 'drafts',
	description: 'Changes that wait for a second moderator',
	input: z.object({}),
	routes: [look, approve, approveWithNote, reject, rejectWithNote],
	run: async (_input, app, curator) => privately(...(await listDrafts(app, curator, 0))),
});

/** The same list under the word that moderators look for when they want to see a draft as members would. */
export const preview = defineSubcommand({
	name: 'preview',
	description: 'See a change that waits for a second moderator as members would',
	input: z.object({}),
	run: async (_input, app, curator) => privately(...(await listDrafts(app, curator, 0))),
});
