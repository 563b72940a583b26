import type { EntryId, EntryTexts } from '../core/entry-texts.ts';
import type { OwnState, ServerEntry } from './answer.ts';
import type { Entry } from './entry.ts';

/** What a server's states make of the shipped entries. */
export interface LaidOver {
	/** Changed and added entries, whole. */
	own: readonly ServerEntry[];
	hidden: ReadonlySet<EntryId>;
}

export function asShipped(entry: Entry): ServerEntry {
	return { ...entry, version: 0, worded: 'shipped' };
}

/** Lays a server's states over the shipped entries. */
export function layOver(shipped: readonly ServerEntry[], states: ReadonlyMap<EntryId, OwnState>): LaidOver {
	const bases = new Map(shipped.map((entry) => [entry.id, entry]));
	const own: ServerEntry[] = [];
	const hidden = new Set<EntryId>();
	for (const [id, state] of states) {
		if (state.hidden) hidden.add(id);
		const entry = entryOf(id, state, bases.get(id));
		if (entry && !state.hidden) own.push(entry);
	}
	return { own, hidden };
}

/** An entry as the server has it, hidden or not; `undefined` for one of its own that is deleted. */
export function entryOf(
	id: EntryId,
	state: OwnState,
	base: ServerEntry | undefined,
): ServerEntry | undefined {
	const { version, texts, reviewBy } = state;
	if (texts === undefined) return base && { ...base, version, reviewBy: reviewBy ?? base.reviewBy };
	return {
		...(base ?? { ...BLANK, id }),
		...wordsOf(texts),
		version,
		worded: 'here',
		reviewBy: reviewBy ?? base?.reviewBy ?? BLANK.reviewBy,
	};
}

function wordsOf({ title, answer, aliases, topic, source }: EntryTexts) {
	return { title, answer, aliases, topic, ...(source === undefined ? {} : { link: source }) };
}

/** What an entry has that no server writes; nothing of it is shown with the server's words. */
const BLANK: Omit<ServerEntry, 'id' | 'title' | 'answer' | 'aliases' | 'topic'> = {
	phrasings: [],
	related: [],
	evidence: 'expert-view',
	claims: [],
	sources: [],
	reviewed: '2000-01-01',
	reviewBy: '2100-01-01',
	version: 0,
	worded: 'here',
};
