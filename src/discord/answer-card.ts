import { ButtonStyle } from 'discord-api-types/v10';
import type { CareReply, ServerEntry } from '../app.ts';
import { button, buttons, card, line, shorten, smallPrint, text } from './components.ts';
import { defineCustomId } from './define-route.ts';
import type { TopLevel } from './reply.ts';

/** A button that opens an entry, for anyone who sees it. */
export const openEntry = defineCustomId('entry', ['entry']);

/** The same for one of several that a question may have meant. */
export const openSuggested = defineCustomId('entry.meant', ['entry']);

/** Buttons that count whether an entry helped, one vote a person. */
export const voteOnEntry = defineCustomId('vote', ['entry', 'vote']);

/** A button that shows an entry to everyone in the channel. */
export const shareEntry = defineCustomId('share', ['entry']);

/** A button that starts daily nudges on a topic. */
export const remindMe = defineCustomId('remind', ['topic']);

/** How sure science is, in words that need no glossary. */
const EVIDENCE: Record<ServerEntry['evidence'], string> = {
	established: 'Well established',
	emerging: 'Early evidence, still growing',
	'expert-view': 'An expert’s experience',
};

interface Around {
	related: readonly ServerEntry[];
	/** Epoch milliseconds. */
	now: number;
	/** A line on when to see a doctor, where the question gave reason for it. */
	caution?: CareReply | undefined;
	/** Whether to offer showing it to the channel: not where it is shown already, nor where nobody else reads. */
	shareable?: boolean;
}

/** An entry as members see it: the answer, how sure it is and where from, and where to go next. */
export function answerCard(
	entry: ServerEntry,
	{ related, now, caution, shareable = false }: Around,
): TopLevel[] {
	const issued = { owner: 'anyone', now, entry: entry.id } as const;
	const about = card(
		text(`## ${entry.title}`),
		text(entry.answer),
		...(caution ? [text(`**${caution.body}**`)] : []),
		line(),
		smallPrint(...provenance(entry)),
	);
	const next = related.slice(0, 3).map((other) => entryButton(other, now));
	const actions = [
		button('Helpful', voteOnEntry.write({ ...issued, vote: 'helpful' })),
		button('Not helpful', voteOnEntry.write({ ...issued, vote: 'unhelpful' })),
		...(shareable ? [button('Share here', shareEntry.write(issued))] : []),
		...(entry.nudgeTopic
			? [
					button(
						'Remind me daily',
						remindMe.write({ owner: 'anyone', now, topic: entry.nudgeTopic }),
						ButtonStyle.Success,
					),
				]
			: []),
	];
	return [about, ...(next.length === 0 ? [] : [buttons(...next)]), buttons(...actions)];
}

/** A button labelled with the entry's title, shortened to what fits on a phone. */
export function entryButton(entry: ServerEntry, now: number, opens = openEntry) {
	return button(shorten(entry.title, 60), opens.write({ owner: 'anyone', now, entry: entry.id }));
}

function provenance(entry: ServerEntry): string[] {
	const disclaimer = 'Information, not a diagnosis. For anything that worries you, see a professional.';
	if (entry.worded === 'here') {
		const more = entry.link === undefined ? '' : ` · [Source](<${entry.link}>)`;
		return [`Worded by this server’s moderators${more}`, disclaimer];
	}
	const [source] = entry.sources;
	const from = source
		? `Source: ${source.publisher}, reviewed ${source.reviewed}`
		: `Reviewed ${entry.reviewed}`;
	// How sure science is says nothing about Gutsy itself.
	const surety = entry.topic === 'about' ? '' : `${EVIDENCE[entry.evidence]} · `;
	return [`${surety}${from}`, disclaimer];
}
