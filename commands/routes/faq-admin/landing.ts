import { ButtonStyle } from 'discord-api-types/v10';
import { button, buttons, shorten, text } from '../../../src/discord/components.ts';
import { undoChange, undoRevision } from '../../../src/discord/render-changes.ts';
import type { TopLevel } from '../../../src/discord/reply.ts';
import type { Landing } from '../../../src/moderation/moderation.ts';
import type { Overtaken } from '../../../src/moderation/overlay-store.ts';
import type { Proposal } from '../../../src/moderation/proposals.ts';
import { againButton } from './preview-ids.ts';
import { asBlock } from './texts-block.ts';

interface Around {
	owner: string;
	now: number;
	/** What was done, such as “Saved.”. */
	done: string;
	/** What the moderator wanted. */
	proposal?: Proposal | undefined;
}

/** What became of a change, for the moderator who made it. */
export function renderLanding(landing: Landing, around: Around): TopLevel[] {
	const { owner, now, done, proposal } = around;
	switch (landing.kind) {
		case 'saved':
		case 'again': {
			const { revisions, change } = landing;
			const said = landing.kind === 'again' ? AGAIN : `${done}${landing.untold ? UNTOLD : ''}`;
			const [first] = revisions;
			const undo =
				first === undefined
					? []
					: revisions.length === 1
						? [button('Undo', undoRevision.write({ owner, now, n: String(first.n) }))]
						: [button(`Undo all ${revisions.length}`, undoChange.write({ owner, now, change }))];
			return [text(said), ...(undo.length === 0 ? [] : [buttons(...undo)])];
		}
		case 'waiting':
			return [
				text(
					'This server wants a second moderator to look at every change, so yours waits. Others find it with `/faq-admin drafts`.',
				),
			];
		case 'overtaken':
			return renderOvertaken(landing.entries, proposal, owner, now);
		case 'full':
			return [text(landing.what === 'drafts' ? DRAFTS_FULL : ENTRIES_FULL)];
		case 'gone':
			return [text('Somebody else has dealt with that already.')];
	}
}

const AGAIN = 'That was saved already, so nothing was changed now.';
const UNTOLD =
	' The channel for changes could not be told: look whether it is still there and Gutsy may write in it.';
const DRAFTS_FULL =
	'Nothing was saved: too many changes wait for a second moderator. Approve or reject some first.';
const ENTRIES_FULL = 'Nothing was saved: this server has as many entries as there is room for.';

/** Shows both texts, so that neither moderator's work is lost. */
function renderOvertaken(
	entries: readonly Overtaken[],
	proposal: Proposal | undefined,
	owner: string,
	now: number,
): TopLevel[] {
	const [first] = entries;
	const mine = proposal?.items.find(({ entry }) => entry === first?.entry)?.state.texts;
	if (first === undefined || mine === undefined || proposal === undefined || entries.length > 1) {
		const named = shorten(entries.map(({ entry }) => entry).join(', '), 1_000);
		return [text(`Nothing was changed: somebody changed ${named} meanwhile. Look at it, then try again.`)];
	}
	const { theirs } = first;
	const standing = theirs?.texts
		? asBlock(theirs.texts)
		: 'No words of this server’s own: it was deleted, or stands as Gutsy ships it.';
	const hidden = theirs?.hidden ? '\nIt is hidden from members.' : '';
	return [
		text('Nothing was saved: somebody changed this answer meanwhile.'),
		text(`### It now says\n${standing}${hidden}`),
		text(`### ${proposal.by === owner ? 'You' : 'They'} wrote\n${asBlock(mine)}`),
		buttons(
			againButton(
				'Put both together',
				{ owner, now, proposal: proposal.id, version: theirs?.version ?? 0 },
				ButtonStyle.Primary,
			),
		),
	];
}
