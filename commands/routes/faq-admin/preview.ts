import { ButtonStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { App } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { answerCard } from '../../../src/discord/answer-card.ts';
import { button, buttons, shorten, smallPrint, text } from '../../../src/discord/components.ts';
import { defineRoute } from '../../../src/discord/define-route.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { type TopLevel, update } from '../../../src/discord/reply.ts';
import type { Moved } from '../../../src/faq/rehearse.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import { againForm, entryModal, proposalParam, shippedTextsOf, versionParam } from './entry-form.ts';
import { updateLanding } from './landing.ts';
import { demandFitWording, type Prospect } from './look-ahead.ts';
import { againButton, dropProposal, saveProposal, writeAgain } from './preview-ids.ts';
import { asCurator } from './subcommand.ts';
import { whatLanded } from './what-landed.ts';

const MOST_LINES = 5;
const LINE = 160;

/** The change as members would see it, what is wrong with it, and what it does to answering. */
export function renderPreview(
	proposal: Proposal,
	prospect: Prospect,
	{ owner, now }: { owner: string; now: number },
): TopLevel[] {
	const [item] = proposal.items;
	const isMany = proposal.items.length > 1;
	const entry = item && !isMany ? prospect.entries.get(item.entry) : undefined;
	const isBlocked = prospect.blocking.length > 0;
	const again = { owner, now, proposal: proposal.id, version: item?.basedOn ?? 0 };
	return [
		text(isBlocked ? BLOCKED : entry ? SEEN : unseen(proposal.items)),
		...(entry ? answerCard(entry, { related: [], now }).slice(0, 1) : []),
		...(entry && prospect.reworded ? [smallPrint(STILL_FOUND)] : []),
		...listOf(isBlocked ? '' : 'Please look at this', [...prospect.blocking, ...prospect.warnings]),
		...listOf('Questions that would get another answer', prospect.moved.map(describeMoved)),
		buttons(
			...(isBlocked
				? []
				: [button('Save', saveProposal.write({ owner, now, proposal: proposal.id }), ButtonStyle.Success)]),
			...(item?.state.texts && !isMany
				? [againButton('Write on', again, isBlocked ? ButtonStyle.Primary : ButtonStyle.Secondary)]
				: []),
			button('Cancel', dropProposal.write({ owner, now, proposal: proposal.id })),
		),
	];
}

const STILL_FOUND =
	'Whatever led to the answer that Gutsy ships leads to this one: for another subject, hide this one and add your own.';
const BLOCKED = 'This cannot be saved as it is:';
const SEEN = 'This is what members will see:';
const HIDDEN =
	'This answer is hidden, and stays so: members get it when `/faq-admin restore` brings it back. Its text is kept as you wrote it.';

/** Why no card is shown. */
function unseen(items: Proposal['items']): string {
	if (items.length > 1) return `Nothing is changed yet. ${items.length} answers would be changed together.`;
	return items[0]?.state.hidden ? HIDDEN : 'Members would no longer get this answer.';
}

export function describeMoved({ question, before, after }: Moved): string {
	const [was, is] = [before, after].map((title) =>
		title === undefined ? 'no answer' : `“${shorten(title, 44)}”`,
	);
	return `“${shorten(question, 56)}”: ${was} → ${is}`;
}

/** A list of plain words under a heading, cut to what can be read; nothing for none. */
export function listOf(heading: string, lines: readonly string[], most = MOST_LINES): TopLevel[] {
	if (lines.length === 0) return [];
	const more = lines.length - most;
	return [
		text(
			[
				...(heading === '' ? [] : [`**${heading}**`]),
				...lines.slice(0, most).map((line) => `- ${shorten(escaped(line), LINE)}`),
				...(more > 0 ? [`- and ${more} more`] : []),
			].join('\n'),
		),
	];
}

/** @throws UserError when it is gone. */
export async function findProposal(
	{ moderation }: Pick<App, 'moderation'>,
	guildId: string,
	id: string,
): Promise<Proposal> {
	const found = await moderation.proposals.get(guildId, id);
	if (found === undefined) throw new UserError(GONE);
	return found;
}

/**
 * What somebody wrote and wants to write on: a proposal, or a draft that was overtaken before it was approved.
 *
 * @throws UserError when it is gone.
 */
export async function findWritten(
	{ moderation }: Pick<App, 'moderation'>,
	guildId: string,
	id: string,
): Promise<Proposal> {
	const found = (await moderation.proposals.get(guildId, id)) ?? (await moderation.drafts.get(guildId, id));
	if (found === undefined) throw new UserError(GONE);
	return found;
}

const GONE = 'This was saved or dropped before, or has waited for more than an hour. Please begin anew.';

export const save = defineRoute({
	id: saveProposal,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ proposal: proposalParam }),
	async run({ proposal: id }, app, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const { moderation } = app;
		const proposal = await findProposal(app, guildId, id);
		await demandFitWording(proposal.items);
		const landing = await moderation.land(guildId, proposal);
		const done = await whatLanded(app, guildId, 'Saved', proposal, landing);
		const retry = button('Save', saveProposal.write({ owner, now, proposal: id }), ButtonStyle.Success);
		return updateLanding(landing, { owner, now, done, proposal, retry, faq: app.faq });
	},
});

export const drop = defineRoute({
	id: dropProposal,
	answers: 'update',
	requires: 'moderator',
	input: z.object({ proposal: proposalParam }),
	async run({ proposal }, { moderation }, caller) {
		await moderation.proposals.drop(asCurator(caller).guildId, proposal);
		return update(text('Nothing was changed.'));
	},
});

export const again = defineRoute({
	id: writeAgain,
	answers: 'modal',
	requires: 'moderator',
	input: z.object({ proposal: proposalParam, version: versionParam }),
	async run({ proposal: id, version }, app, caller) {
		const { guildId, userId: owner, now } = asCurator(caller);
		const proposal = await findWritten(app, guildId, id);
		const [item] = proposal.items;
		const mine = item?.state.texts;
		if (item === undefined || mine === undefined)
			throw new UserError('There is no text in this to write on.');
		const standing = await app.moderation.overlay.state(guildId, item.entry);
		const theirs = standing?.texts ?? shippedTextsOf(app.faq, item.entry);
		// Somebody was faster: theirs on top, then what was written here, to be made into one.
		const isBehind = version > item.basedOn && theirs !== undefined;
		const texts = isBehind
			? {
					...mine,
					title: theirs.title,
					answer: `${theirs.answer}\n\n${mine.answer}`,
					aliases: [...new Set([...theirs.aliases, ...mine.aliases])],
				}
			: mine;
		const customId = againForm.write({ owner, now, proposal: id, version: String(version) });
		return entryModal('Write on', customId, texts);
	},
});
