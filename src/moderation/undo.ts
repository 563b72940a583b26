import type { ChangeItem } from './overlay-store.ts';
import { bare, type EntryState, type Revision } from './stored-state.ts';

/** The state that an entry had before a revision; nothing at all when that was its first. */
export function stateBefore({ before }: Revision): EntryState {
	return before === undefined ? {} : bare(before);
}

/**
 * What takes revisions of one change back. It fits as long as each entry stands as its revision left it; `present` are the
 * versions to base it on where somebody has seen what has come since and wants it all the same.
 */
export function undoItems(
	revisions: readonly Revision[],
	present: ReadonlyMap<string, number> = new Map(),
): ChangeItem[] {
	return revisions.map((revision) => ({
		entry: revision.entry,
		basedOn: present.get(revision.entry) ?? revision.after.version,
		state: stateBefore(revision),
		kind: 'undo',
		undoes: revision.n,
	}));
}

/** Follows revisions from nothing: what they make of each entry. */
export function replay(revisions: readonly Revision[]): ReadonlyMap<string, Revision['after']> {
	return new Map(
		revisions.toSorted((one, other) => one.n - other.n).map(({ entry, after }) => [entry, after]),
	);
}
