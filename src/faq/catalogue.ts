import type { EntryId, Topic } from '../core/entry-texts.ts';
import { lazily } from '../core/lazily.ts';
import type { ServerEntry } from './answer.ts';
import type { Learnt } from './learnt.ts';
import { createMatcher, type Matcher, type Matches } from './matcher.ts';
import { createTitleSearch, type TitleSearch } from './title-search.ts';
import { nameOf } from './words.ts';

/** All entries of one server, and the ways to find one. Everything is in memory. */
export interface Catalogue {
	/** Every entry, in the order shown. */
	readonly all: readonly ServerEntry[];
	get(id: EntryId): ServerEntry | undefined;
	/** The entries on a topic. */
	on(topic: Topic): ServerEntry[];
	/** The entry whose title or alias is this text, give or take case and punctuation. */
	named(text: string): ServerEntry | undefined;
	match(question: string): Matches;
	/** Makes `match` quick without keeping others waiting, however much a server has written. */
	prepare(): Promise<void>;
	/** Entries whose titles go with what has been typed so far; the first of all when nothing has. */
	complete(typed: string, most: number): ServerEntry[];
	/**
	 * The shipped entries with others laid over them: changed and added ones, and without hidden ones. It costs memory for
	 * what is laid over only.
	 */
	under(changed: readonly ServerEntry[], hidden?: ReadonlySet<EntryId>): Catalogue;
}

export function createCatalogue(entries: readonly ServerEntry[], learnt: Learnt): Catalogue {
	return stack(layerOf(entries), createMatcher(entries, learnt));
}

interface Layer {
	entries: readonly ServerEntry[];
	byId: ReadonlyMap<EntryId, ServerEntry>;
	names: ReadonlyMap<string, ServerEntry>;
	/** Made when somebody types: it takes more memory than the entries. */
	titles(): TitleSearch;
}

function layerOf(entries: readonly ServerEntry[]): Layer {
	return {
		entries,
		byId: new Map(entries.map((entry) => [entry.id, entry])),
		names: namesOf(entries),
		titles: lazily(() => createTitleSearch(entries)),
	};
}

function stack(base: Layer, matcher: Matcher, all = base.entries, own?: Layer): Catalogue {
	const byId = new Map(all.map((entry) => [entry.id, entry]));
	/** A shipped entry as it is here, if it still is. */
	const present = (entry: ServerEntry | undefined) => entry && byId.get(entry.id);

	return {
		all,
		get: (id) => byId.get(id),
		on: (topic) => all.filter((entry) => entry.topic === topic),
		named(text) {
			const name = nameOf(text);
			return own?.names.get(name) ?? present(base.names.get(name));
		},
		match: (question) => matcher.match(question),
		prepare: () => matcher.prepare(),
		complete(typed, most) {
			if (nameOf(typed) === '') return all.slice(0, most);
			const found = [
				...(own?.titles().find(typed) ?? []),
				...base
					.titles()
					.find(typed)
					.flatMap((each) => {
						const entry = present(each.entry);
						return entry ? [{ ...each, entry }] : [];
					}),
			].sort((one, other) => other.score - one.score);
			return [...new Set(found.map(({ entry }) => entry))].slice(0, most);
		},
		under(changed, hidden = new Set()) {
			const changedById = new Map(changed.map((entry) => [entry.id, entry]));
			const shown = [
				...base.entries
					.filter(({ id }) => !hidden.has(id))
					.map((entry) => changedById.get(entry.id) ?? entry),
				...changed.filter(({ id }) => !base.byId.has(id)),
			];
			const reworded = changed.filter((entry) => !sayTheSame(entry, base.byId.get(entry.id)));
			return stack(base, matcher.under(shown, reworded), shown, layerOf(reworded));
		},
	};
}

/** Whether a server has left the words of a shipped entry as they are; it is found as before then. */
function sayTheSame(entry: ServerEntry, shipped: ServerEntry | undefined): boolean {
	return (
		entry.title === shipped?.title && entry.answer === shipped.answer && entry.aliases === shipped.aliases
	);
}

function namesOf(entries: readonly ServerEntry[]): Map<string, ServerEntry> {
	const names = new Map<string, ServerEntry>();
	// Titles come after all aliases, because they are what autocomplete offers.
	for (const entry of entries) for (const alias of entry.aliases) names.set(nameOf(alias), entry);
	for (const entry of entries) names.set(nameOf(entry.title), entry);
	names.delete('');
	return names;
}
