import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '../../../src/faq/catalogue.ts';
import type { EntryRow, FileProblem } from '../../../src/moderation/files/entry-row.ts';
import type { ChangeItem } from '../../../src/moderation/overlay-store.ts';
import type { StoredState } from '../../../src/moderation/stored-state.ts';
import { textsOf } from './entry-form.ts';
import { reviewDay } from './review-day.ts';

/** An entry by the id that stands in the file, and the title by which moderators know it. */
export interface Named {
	readonly id: string;
	readonly title: string;
}

/** What a file would change. */
export interface ImportPlan {
	readonly items: readonly ChangeItem[];
	readonly added: readonly Named[];
	readonly changed: readonly Named[];
	readonly unchanged: number;
	readonly invalid: readonly FileProblem[];
}

/** Compares a file with what the server has. Nothing is written. */
export function planImport(
	rows: readonly EntryRow[],
	{ states, shipped, now }: { states: ReadonlyMap<string, StoredState>; shipped: Catalogue; now: number },
): ImportPlan {
	const items: ChangeItem[] = [];
	const added: Named[] = [];
	const changed: Named[] = [];
	const invalid: FileProblem[] = [];
	for (const { id, hidden, texts, line } of rows) {
		const before = states.get(id);
		const base = shipped.get(id);
		if (texts === undefined && base === undefined && before?.texts === undefined) {
			invalid.push({
				line,
				row: line,
				field: 'title',
				reason: `Gutsy ships no entry “${id}”, so it needs title, topic and answer.`,
			});
			continue;
		}
		const present = before?.texts ?? (base && textsOf(base));
		// Texts that say what Gutsy ships are no texts of the server's own.
		const shippedTexts = base && textsOf(base);
		const wanted = texts ?? shippedTexts ?? present;
		const isSame = isDeepStrictEqual(wanted, present) && hidden === (before?.hidden ?? false);
		if (isSame) continue;
		const own = isDeepStrictEqual(wanted, shippedTexts) ? undefined : wanted;
		(present === undefined ? added : changed).push({ id, title: (wanted ?? present)?.title ?? id });
		items.push({
			entry: id,
			basedOn: before?.version ?? 0,
			kind: 'import',
			state: {
				...(own === undefined ? {} : { texts: own }),
				...(hidden ? { hidden: true } : {}),
				reviewBy: reviewDay(now),
			},
		});
	}
	return { items, added, changed, invalid, unchanged: rows.length - items.length - invalid.length };
}
