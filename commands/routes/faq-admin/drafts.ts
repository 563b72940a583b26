import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { select, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { defineRoute } from '../../../src/discord/define-route.ts';
import { describeNote } from '../../../src/discord/describe-change.ts';
import { privately, type TopLevel, type UpdateReply, update } from '../../../src/discord/reply.ts';
import { approveForm, keepNote, noteField, noteModal } from './draft-notes.ts';
import { proposalParam } from './entry-form.ts';
import { updateLanding } from './landing.ts';
import { demandFitWording } from './look-ahead.ts';
import { pageOfOptions, pageParam, pickedOf, turnedTo } from './paged-select.ts';
import { approveDraft, findDraft, nameOf, pickDraft, showDraft } from './show-draft.ts';
import { asCurator, type Curator, defineSubcommand } from './subcommand.ts';
import { reject, rejectWithNote, withdraw } from './take-draft-away.ts';
import { titlesIn } from './titles.ts';
import { whatLanded } from './what-landed.ts';

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
			`${counted(drafts.length, 'change waits', 'changes wait')} for a second moderator${drafts.length === 1 ? '' : ', the oldest first'}.`,
		),
		select(pickDraft.write({ owner, now, page: String(page) }), 'Pick one to look at', options),
	];
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
	run: ({ draft, note }, app, caller) =>
		keepNote(note, () => approveWith(app, asCurator(caller), draft, note)),
});

async function approveWith(
	app: App,
	{ guildId, userId: owner, now }: Curator,
	id: string,
	note: string | undefined,
): Promise<UpdateReply> {
	const draft = await findDraft(app, guildId, id);
	await demandFitWording(draft.items);
	const name = nameOf(draft, await titlesIn(app, guildId));
	const landing = await app.moderation.approve(guildId, draft, { by: owner, at: now, name, note });
	const done = await whatLanded(app, guildId, 'Approved', draft, landing);
	const isLost = note !== undefined && landing.kind !== 'saved' && landing.kind !== 'again';
	return updateLanding(
		landing,
		{ owner, now, done, proposal: draft, faq: app.faq },
		...(isLost ? [text(`Your note:${describeNote({ note })}`)] : []),
	);
}

export const drafts = defineSubcommand({
	name: 'drafts',
	description: 'Changes that wait for a second moderator',
	input: z.object({}),
	routes: [look, approve, approveWithNote, withdraw, reject, rejectWithNote],
	run: async (_input, app, curator) => privately(...(await listDrafts(app, curator, 0))),
});

/** The same list under the word that moderators look for when they want to see a draft as members would. */
export const preview = defineSubcommand({
	name: 'preview',
	description: 'See a change that waits for a second moderator as members would',
	input: z.object({}),
	run: async (_input, app, curator) => privately(...(await listDrafts(app, curator, 0))),
});
