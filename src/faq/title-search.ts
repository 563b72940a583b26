import MiniSearch from 'minisearch';
import type { ServerEntry } from './answer.ts';
import { meaningOf, wordsOf } from './words.ts';

/** Finds titles from what has been typed of them so far. */
export interface TitleSearch {
	/** Best first, with a score that compares across searches of one text. Nothing for a text without meaning. */
	find(typed: string): { entry: ServerEntry; score: number }[];
}

export function createTitleSearch(entries: readonly ServerEntry[]): TitleSearch {
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	const index = new MiniSearch<ServerEntry>({
		fields: ['title', 'aliases'],
		tokenize: wordsOf,
		processTerm: (word) => meaningOf(word) ?? null,
		extractField: (entry, field) =>
			field === 'title' ? entry.title : field === 'aliases' ? entry.aliases.join('\n') : entry.id,
	});
	index.addAll([...entries]);
	return {
		find: (typed) =>
			index.search(typed, COMPLETE).flatMap(({ id, score }) => {
				const entry = byId.get(String(id));
				return entry ? [{ entry, score }] : [];
			}),
	};
}

/** While typing, the last word is rarely finished. */
const COMPLETE = {
	boost: { title: 2 },
	fuzzy: (word: string) => (word.length < 4 ? false : 0.25),
	prefix: true,
};
