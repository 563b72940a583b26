import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { answerCard } from '../../../src/discord/answer-card.ts';
import { button, buttons, select, shorten, text } from '../../../src/discord/components.ts';
import { counted } from '../../../src/discord/counted.ts';
import { defineCustomId, defineRoute } from '../../../src/discord/define-route.ts';
import { describeDifference } from '../../../src/discord/describe-change.ts';
import { modal } from '../../../src/discord/modal.ts';
import { privately, type TopLevel, update } from '../../../src/discord/reply.ts';
import { shortenMarked } from '../../../src/discord/words-diff.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import { proposalParam, shippedTextsOf } from './entry-form.ts';
import { renderLanding } from './landing.ts';
import { demandFitWording, lookAhead } from './look-ahead.ts';
import { pageOfOptions, pageParam, pickedOf, turnedTo } from './paged-select.ts';
import { describeMoved, listOf } from './preview.ts';
import { settleQuestion } from './settle-question.ts';
import { asCurator, type Curator, defineSubcommand } from './subcommand.ts';

const LONGEST_NOTE = 500;

const pickDraft = defineCustomId('faq-drafts', ['page']);
const approveDraft = defineCustomId('faq-approve', ['draft']);
const rejectDraft = defineCustomId('faq-reject', ['draft']);
const rejectForm = defineCustomId('faq-reject-note', ['draft']);

async function listDrafts(
	{ moderation }: App,
	{ guildId, userId: owner, now }: Curator,
	at: number,
): Promise<TopLevel[]> {
	const drafts = await moderation.drafts.list(guildId, now);
	if (drafts.length === 0) return [text('No change waits for a second moderator.')];
	const { options, page } = pageOfOptions(
		drafts.map((draft) => ({ label: nameOf(draft), value: draft.id })),
		at,
	);
	return [
		text(
			`${counted(drafts.length, 'change waits', 'changes wait')} for a second moderator, the oldest first.`,
		),
		select(pickDraft.write({ owner, now, page: String(page) }), 'Pick one to look at', options),
	];
}

function nameOf({ items, at }: Proposal): string {
	const [first] = items;
	const day = new Date(at).toISOString().slice(0, 10);
	const what = items.length === 1 ? `${first?.kind}: ${first?.entry}` : `${items.length} entries together`;
	return shorten(`${what} (${day})`, 100);
}

/** @throws UserError when somebody else has dealt with it. */
async function findDraft({ moderation }: App, guildId: string, id: string): Promise<Proposal> {
	const draft = await moderation.drafts.get(guildId, id);
	if (draft === undefined) throw new UserError('Somebody else has dealt with that already.');
	return draft;
}

export async function showDraft(app: App, curator: Curator, draft: Proposal, page = 0): Promise<TopLevel[]> {
	const { guildId, userId: owner, now } = curator;
	const [item] = draft.items;
	const prospect = await lookAhead(app, guildId, draft.items);
	const entry = item && prospect.entries.get(item.entry);
	const before = item && (await app.moderation.overlay.state(guildId, item.entry));
	const isOwn = draft.by === owner;
	return [
		text(`**${nameOf(draft)}**, by <@${draft.by}>. Members would see this:`),
		...(entry && draft.items.length === 1 ? answerCard(entry, { related: [], now }).slice(0, 1) : []),
		...(item && draft.items.length === 1
			? [
					text(
						shortenMarked(
							describeDifference(
								{ before, after: { ...item.state, version: 1, by: draft.by, at: draft.at } },
								shippedTextsOf(app.faq, item.entry),
							),
							600,
						),
					),
				]
			: []),
		...listOf('Please look at this', [...prospect.blocking, ...prospect.warnings]),
		...listOf('Questions that would get another answer', prospect.moved.map(describeMoved)),
		...(isOwn ? [text('Somebody else has to approve your own change.')] : []),
		buttons(
			...(isOwn
				? []
				: [button('Approve', approveDraft.write({ owner, now, draft: draft.id }), ButtonStyle.Success)]),
			button(
				isOwn ? 'Take it back' : 'Reject',
				rejectDraft.write({ owner, now, draft: draft.id }),
				ButtonStyle.Danger,
			),
			button('Back', pickDraft.write({ owner, now, page: String(page) })),
		),
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
		return update(...(await showDraft(app, curator, draft, page)));
	},
});

const approve = defineRoute({
	id: approveDraft,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ draft: proposalParam }),
	async run({ draft: id }, app, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const draft = await findDraft(app, guildId, id);
		await demandFitWording(draft.items);
		const landing = await app.moderation.approve(guildId, draft, owner);
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
		};
		return update(...renderLanding(landing, around));
	},
});

const reject = defineRoute({
	id: rejectDraft,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ draft: proposalParam }),
	run: ({ draft }, _app, { userId: owner, now }) =>
		modal('Reject a change', rejectForm.write({ owner, now, draft }), [
			{
				name: 'note',
				label: 'Why?',
				description: 'Whoever wrote it is told in the channel for changes, if there is one',
				longest: LONGEST_NOTE,
				lines: 'many',
				required: false,
			},
		]),
});

const rejectWithNote = defineRoute({
	id: rejectForm,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ draft: proposalParam, note: z.string().trim().default('') }),
	async run({ draft: id, note }, app, caller) {
		const { guildId, userId } = asCurator(caller);
		const draft = await findDraft(app, guildId, id);
		if (!(await app.moderation.drafts.remove(guildId, id)))
			throw new UserError('Somebody else has dealt with that already.');
		const { auditChannel } = await app.moderation.settings(guildId);
		const told =
			auditChannel === undefined ||
			(await app.channels.tell(
				auditChannel,
				`<@${userId}> rejected a change by <@${draft.by}>: ${nameOf(draft)}${note === '' ? '' : `\n> ${note.replace(/\s+/g, ' ')}`}`,
			));
		return update(
			text(
				`Rejected: ${nameOf(draft)}.${note === '' ? '' : `\n> ${note.replace(/\s+/g, ' ')}`}${told ? '' : '\nThe channel for changes could not be told.'}`,
			),
		);
	},
});

export const drafts = defineSubcommand({
	name: 'drafts',
	description: 'Changes that wait for a second moderator',
	input: z.object({}),
	routes: [look, approve, reject, rejectWithNote],
	run: async (_input, app, curator) => privately(...(await listDrafts(app, curator, 0))),
});
