import { ButtonStyle } from 'discord-api-types/v10';
import type { App, ShippedTexts } from '../../../src/app.ts';
import { UserError } from '../../../src/core/user-error.ts';
import { answerCard } from '../../../src/discord/answer-card.ts';
import { button, buttons, fileToSave, shorten, text } from '../../../src/discord/components.ts';
import { defineCustomId } from '../../../src/discord/define-route.ts';
import { describeDifference, mentionOf } from '../../../src/discord/describe-change.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { type OutgoingFile, type UpdateReply, update } from '../../../src/discord/reply.ts';
import { shortenMarked } from '../../../src/discord/words-diff.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import type { StoredState } from '../../../src/moderation/stored-state.ts';
import { shippedTextsOf } from './entry-form.ts';
import { DEALT_WITH } from './landing.ts';
import { lookAhead, type Prospect } from './look-ahead.ts';
import { describeMoved, listOf } from './preview.ts';
import type { Curator } from './subcommand.ts';
import { type Titles, titlesIn } from './titles.ts';

export const pickDraft = defineCustomId('faq-drafts', ['page']);
export const approveDraft = defineCustomId('faq-approve', ['draft']);
export const rejectDraft = defineCustomId('faq-reject', ['draft']);
export const withdrawDraft = defineCustomId('faq-withdraw', ['draft']);

const MOST_NAMED = 10;
/** Beside a card and what is different there is room for so much. */
const LONGEST_DIFFERENCE = 500;
const MOST_LINES = 3;

/** A draft in a list: what it does to which entry, and from when it is. */
export function nameOf({ items, at }: Proposal, titles: Titles): string {
	const [first] = items;
	const day = new Date(at).toISOString().slice(0, 10);
	const what =
		first && items.length === 1
			? `${first.kind}: ${shorten(titles(first.entry, first.state), 78)}`
			: `${items.length} entries together`;
	return `${what} (${day})`;
}

/** @throws UserError when it has been dealt with. */
export async function findDraft({ moderation }: App, guildId: string, id: string): Promise<Proposal> {
	const draft = await moderation.drafts.get(guildId, id);
	if (draft === undefined) throw new UserError(DEALT_WITH);
	return draft;
}

/** Looks through a draft, and shows it. */
export async function showDraft(app: App, curator: Curator, draft: Proposal, page = 0): Promise<UpdateReply> {
	const { guildId } = curator;
	const [prospect, titles, { states }] = await Promise.all([
		lookAhead(app, guildId, draft.items),
		titlesIn(app, guildId),
		app.moderation.overlay.read(guildId),
	]);
	return renderDraft(
		draft,
		{ prospect, titles, states, shipped: (id) => shippedTextsOf(app.faq, id) },
		curator,
		page,
	);
}

interface Around {
	prospect: Prospect;
	titles: Titles;
	/** What the server has now. */
	states: ReadonlyMap<string, StoredState>;
	shipped: ShippedTexts;
}

/** A draft as members would see it, what it changes and does to answering, and the ways to deal with it. */
export function renderDraft(
	draft: Proposal,
	{ prospect, titles, states, shipped }: Around,
	{ userId: owner, now }: Pick<Curator, 'userId' | 'now'>,
	page: number,
): UpdateReply {
	const isOwn = draft.by === owner;
	const issued = { owner, now, draft: draft.id };
	const heading = `**${escaped(nameOf(draft, titles))}**, by ${mentionOf(draft.by)}.`;
	const after = [
		...listOf('Please look at this', [...prospect.blocking, ...prospect.warnings], MOST_LINES),
		...listOf('Questions that would get another answer', prospect.moved.map(describeMoved), MOST_LINES),
		...(isOwn ? [text('Somebody else has to approve your own change.')] : []),
		buttons(
			...(isOwn
				? [button('Take it back', withdrawDraft.write(issued), ButtonStyle.Danger)]
				: [
						button('Approve', approveDraft.write(issued), ButtonStyle.Success),
						button('Reject', rejectDraft.write(issued), ButtonStyle.Danger),
					]),
			button('Back', pickDraft.write({ owner, now, page: String(page) })),
		),
	];
	const [item] = draft.items;
	if (item === undefined || draft.items.length > 1) {
		const file = fileOfChanges(draft, titles, states);
		const shown = update(text(heading), text(listed(draft, titles)), fileToSave(file.name), ...after);
		return { ...shown, files: [file] };
	}
	const entry = prospect.entries.get(item.entry);
	const difference = describeDifference(
		{ before: states.get(item.entry), after: item.state },
		shipped(item.entry),
	);
	return update(
		text(entry ? `${heading} Members would see this:` : heading),
		...(entry ? answerCard(entry, { related: [], now }).slice(0, 1) : []),
		text(shortenMarked(difference, LONGEST_DIFFERENCE)),
		...after,
	);
}

function listed({ items }: Proposal, titles: Titles): string {
	const more = items.length - MOST_NAMED;
	return [
		...items
			.slice(0, MOST_NAMED)
			.map(({ kind, entry, state }) => `- ${kind}: ${escaped(titles(entry, state))}`),
		...(more > 0 ? [`- and ${more} more, all in the file`] : []),
	].join('\n');
}

/** What stands now and what would stand, entry by entry: nobody approves what they cannot read. */
function fileOfChanges({ items }: Proposal, titles: Titles, states: Around['states']): OutgoingFile {
	const changes = items.map(({ entry, kind, state }) => ({
		entry,
		title: titles(entry, state),
		kind,
		before: states.get(entry) ?? null,
		after: state,
	}));
	return {
		name: 'changes.json',
		data: Buffer.from(JSON.stringify(changes, null, 2)),
		contentType: 'application/json',
	};
}
