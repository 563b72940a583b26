import type { ServerEntry } from '../app.ts';
import { button, buttons, card, line, shorten, smallPrint, text } from './components.ts';
import { defineCustomId } from './define-route.ts';
import type { TopLevel } from './reply.ts';

/** A button that opens an entry, for anyone who sees it. */
export const openEntry = defineCustomId('entry', ['entry']);

/** How sure science is, in words that need no glossary. */
const EVIDENCE: Record<ServerEntry['evidence'], string> = {
	established: 'Well established',
	emerging: 'Early evidence, still growing',
	'expert-view': 'An expert’s experience',
};

/** An entry as members see it: the answer, how sure it is and where from, and where to go next. */
export function answerCard(entry: ServerEntry, related: readonly ServerEntry[], now: number): TopLevel[] {
	const about = card(text(`## ${entry.title}`), text(entry.answer), line(), smallPrint(...provenance(entry)));
	const next = related.slice(0, 3).map((other) => entryButton(other, now));
	return next.length === 0 ? [about] : [about, buttons(...next)];
}

/** A button labelled with the entry's title, shortened to what fits on a phone. */
export function entryButton(entry: ServerEntry, now: number) {
	return button(shorten(entry.title, 60), openEntry.write({ owner: 'anyone', now, entry: entry.id }));
}

function provenance(entry: ServerEntry): string[] {
	const disclaimer = 'Information, not a diagnosis. For anything that worries you, see a professional.';
	if (entry.version > 0) return ['Worded by this server’s moderators', disclaimer];
	const [source] = entry.sources;
	const from = source
		? `Source: ${source.publisher}, reviewed ${source.reviewed}`
		: `Reviewed ${entry.reviewed}`;
	// How sure science is says nothing about Gutsy itself.
	const surety = entry.topic === 'about' ? '' : `${EVIDENCE[entry.evidence]} · `;
	return [`${surety}${from}`, disclaimer];
}
