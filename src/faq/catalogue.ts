import MiniSearch, { type SearchOptions } from 'minisearch';
import type { ServerEntry } from './answer.ts';
import type { EntryId, Topic } from './entry.ts';
import { meaningOf, wordsOf } from './words.ts';

/** How well an entry fits a question. */
export interface Match {
	entry: ServerEntry;
	/** Comparable within one question only. */
	score: number;
	/** The share of the question's meaningful words, from 0 to 1, that the entry itself has in title, aliases or answer. */
	coverage: number;
	/** Whether the question says what the title says, give or take spelling. */
	saysTitle: boolean;
}

/** All entries of one server, and the ways to find one. Everything is in memory. */
export interface Catalogue {
	get(id: EntryId): ServerEntry | undefined;
	/** The entries on a topic. */
	on(topic: Topic): ServerEntry[];
	/** The entry whose title or alias is this text, give or take case and punctuation. */
	named(text: string): ServerEntry | undefined;
	/** Best first. */
	match(question: string): Match[];
	/** Entries whose titles go with what has been typed so far; the first of all when nothing has. */
	complete(typed: string, most: number): ServerEntry[];
}

const OWN_FIELDS = ['title', 'aliases', 'answer'];
const FIELDS = [...OWN_FIELDS, 'phrasings'];

export function createCatalogue(entries: readonly ServerEntry[]): Catalogue {
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	const titleWords = new Map(entries.map((entry) => [entry.id, meaningfulWords(entry.title)]));
	/** Spelling is only doubted where no entry writes the word so. The phrasings do not count: people misspell in them too. */
	const known = new Set(
		entries.flatMap((entry) => OWN_FIELDS.flatMap((field) => meaningfulWords(readField(entry, field)))),
	);
	const byName = new Map<string, ServerEntry>();
	// Titles come after all aliases, because they are what autocomplete offers.
	for (const entry of entries) for (const alias of entry.aliases) byName.set(nameKey(alias), entry);
	for (const entry of entries) byName.set(nameKey(entry.title), entry);
	byName.delete('');
	const index = new MiniSearch<ServerEntry>({
		fields: FIELDS,
		tokenize: wordsOf,
		processTerm: (word) => meaningOf(word) ?? null,
		extractField: readField,
	});
	index.addAll([...entries]);
	const search: SearchOptions = {
		boost: { title: 2, aliases: 2, phrasings: 2 },
		// From five letters on: shorter words change their meaning with a letter.
		fuzzy: (word) => (word.length < 5 || known.has(word) ? false : 0.2),
		prefix: (word) => word.length > 3 && !known.has(word),
	};

	return {
		get: (id) => byId.get(id),
		on: (topic) => entries.filter((entry) => entry.topic === topic),
		named: (text) => byName.get(nameKey(text)),
		match(question) {
			const wanted = new Set(meaningfulWords(question)).size;
			return index.search(question, search).flatMap(({ id, score, match }) => {
				const entry = byId.get(String(id));
				if (!entry) return [];
				// People's phrasings help to rank, but their many words say nothing about what an entry is about.
				const own = Object.values(match).filter((fields) => fields.some((field) => field !== 'phrasings'));
				const coverage = Math.min(1, own.length / wanted);
				const saysTitle =
					coverage === 1 && titleWords.get(entry.id)?.every((word) => match[word]?.includes('title'));
				return [{ entry, score, coverage, saysTitle: saysTitle ?? false }];
			});
		},
		complete(typed, most) {
			const found =
				meaningfulWords(typed).length > 0
					? index.search(typed, COMPLETE).map(({ id }) => byId.get(String(id)))
					: entries;
			return found.filter((entry) => entry !== undefined).slice(0, most);
		},
	};
}

/** While typing, the last word is rarely finished. */
const COMPLETE = {
	fields: ['title', 'aliases'],
	boost: { title: 2 },
	fuzzy: (word: string) => (word.length < 4 ? false : 0.25),
	prefix: true,
};

function nameKey(text: string): string {
	return wordsOf(text).join(' ');
}

function meaningfulWords(text: string): string[] {
	return wordsOf(text)
		.map(meaningOf)
		.filter((word) => word !== undefined);
}

function readField(entry: ServerEntry, field: string): string {
	switch (field) {
		case 'title':
			return entry.title;
		case 'aliases':
			return entry.aliases.join('\n');
		case 'phrasings':
			return entry.phrasings.join('\n');
		case 'answer':
			return entry.answer;
		default:
			return entry.id;
	}
}
