import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10';
import type { App } from '../../../src/app.ts';
import { button, buttons, shorten, smallPrint, text } from '../../../src/discord/components.ts';
import { escaped } from '../../../src/discord/escaped.ts';
import { undoChange, undoRevision } from '../../../src/discord/render-changes.ts';
import {
	type MessageReply,
	privately,
	type TopLevel,
	type UpdateReply,
	update,
} from '../../../src/discord/reply.ts';
import { MOST_ENTRIES } from '../../../src/moderation/commit-script.ts';
import { MOST_DRAFTS } from '../../../src/moderation/drafts.ts';
import type { Landing } from '../../../src/moderation/landing.ts';
import type { Overtaken } from '../../../src/moderation/overlay-store.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import { bothTexts } from './both-texts.ts';
import { shippedTextsOf } from './entry-form.ts';
import { againButton } from './preview-ids.ts';
import { titleOf } from './titles.ts';

interface Around {
	owner: string;
	now: number;
	/** What was done, such as “Saved.”. */
	done: string;
	/** What the moderator wanted. */
	proposal?: Proposal | undefined;
	/** Tries the same again, once there is room. */
	retry?: APIButtonComponent | undefined;
	faq: Pick<App['faq'], 'withStates'>;
}

type Rendered = Pick<MessageReply, 'components' | 'files'>;

/** What became of a change, for the moderator who made it, in place of what asked for it. */
export function updateLanding(landing: Landing, around: Around, ...more: TopLevel[]): UpdateReply {
	const { components, files } = renderLanding(landing, around);
	return { ...update(...components, ...more), ...(files ? { files } : {}) };
}

/** The same as a message of its own. */
export function privateLanding(landing: Landing, around: Around): MessageReply {
	const { components, files } = renderLanding(landing, around);
	return { ...privately(...components), ...(files ? { files } : {}) };
}

function renderLanding(landing: Landing, around: Around): Rendered {
	const { owner, now, done } = around;
	switch (landing.kind) {
		case 'saved':
		case 'again': {
			const { revisions, change } = landing;
			const said = landing.kind === 'again' ? AGAIN : `${done}${landing.untold ? UNTOLD : ''}`;
			const [first] = revisions;
			if (first === undefined) return { components: [text(said)] };
			const undo =
				revisions.length === 1
					? button('Undo', undoRevision.write({ owner, now, n: String(first.n) }))
					: button(`Undo all ${revisions.length}`, undoChange.write({ owner, now, change }));
			return { components: [text(said), buttons(undo)] };
		}
		case 'waiting':
			return { components: [text(WAITING)] };
		case 'overtaken':
			return renderOvertaken(landing.entries, around);
		case 'full':
			return {
				components: [
					text(landing.what === 'drafts' ? DRAFTS_FULL : ENTRIES_FULL),
					...(around.retry ? [buttons(around.retry)] : []),
				],
			};
		case 'gone':
			return { components: [text(DEALT_WITH)] };
	}
}

/** Said of a draft that is gone. */
export const DEALT_WITH = 'That has been dealt with already, so nothing was changed now.';
const AGAIN = 'That was saved already, so nothing was changed now.';
const WAITING =
	'This server wants a second moderator to look at every change, so yours waits. Others find it with `/faq-admin drafts`.';
const UNTOLD =
	' The channel for changes could not be told: look whether it is still there and Gutsy may write in it.';
const DRAFTS_FULL = `Nothing was saved: ${MOST_DRAFTS} changes wait for a second moderator, and that is the most. Approve or reject some in \`/faq-admin drafts\`, then save again.`;
const ENTRIES_FULL = `Nothing was saved: this server has ${MOST_ENTRIES} answers of its own or changed, and that is the most. \`/faq-admin delete\` makes room, and so does taking changes back in \`/faq-admin history\`.`;

/** Shows both texts, so that neither moderator's work is lost. */
function renderOvertaken(entries: readonly Overtaken[], { proposal, owner, now, faq }: Around): Rendered {
	const [first] = entries;
	const mine = proposal?.items.find(({ entry }) => entry === first?.entry)?.state.texts;
	if (first === undefined || mine === undefined || proposal === undefined || entries.length > 1) {
		const together = proposal !== undefined && proposal.items.length > 1;
		const next =
			together && proposal.items.some(({ kind }) => kind === 'undo')
				? 'Take the others back one by one in `/faq-admin history`.'
				: 'Look at it, then try again.';
		const named = entries.map(({ entry, theirs }) => `“${escaped(titleOf(faq, entry, theirs))}”`).join(', ');
		return {
			components: [text(`Nothing was changed: somebody changed ${shorten(named, 1_000)} meanwhile. ${next}`)],
		};
	}
	const { theirs } = first;
	const standing = theirs?.texts ?? shippedTextsOf(faq, first.entry);
	const wrote = `${proposal.by === owner ? 'You' : 'They'} wrote`;
	const both = bothTexts({ heading: 'It now says', texts: standing }, { heading: wrote, texts: mine });
	return {
		...both,
		components: [
			text(
				`Nothing was saved: somebody changed this answer meanwhile.${theirs?.hidden ? ' It is hidden from members.' : ''}`,
			),
			...both.components,
			smallPrint(
				'The form then has their title, both answers and all names; subject and source are those of the second text.',
			),
			buttons(
				againButton(
					'Put both together',
					{ owner, now, proposal: proposal.id, version: theirs?.version ?? 0 },
					ButtonStyle.Primary,
				),
			),
		],
	};
}
