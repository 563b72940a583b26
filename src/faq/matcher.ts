import { predict } from '../core/linear/linear-model.ts';
import { createVectorizer, type SparseVector } from '../core/linear/sparse-vector.ts';
import type { ServerEntry } from './answer.ts';
import type { EntryId } from './entry.ts';
import { describeWith, type Learnt } from './learnt.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { type Evidence, NOTHING, rank } from './rank.ts';
import { sentencesOf } from './sentences.ts';

/** How well an entry fits a question. */
export interface Match {
	entry: ServerEntry;
	/** How likely this entry is meant, from 0 to 1. */
	share: number;
	/** What speaks for it. */
	evidence: Evidence;
}

/** Entries by how well they fit a question, best first, and how likely none of them is meant. */
export interface Matches {
	ranked: Match[];
	none: number;
}

/** Compares questions with some entries. */
export interface Matcher {
	match(question: string): Matches;
	/** The same for entries laid over these: changed ones in place of their namesakes, hidden ones left out. */
	under(own: readonly ServerEntry[], hidden: ReadonlySet<EntryId>): Matcher;
}

/** @param learnt from the shipped entries; others are found by their own words. */
export function createMatcher(entries: readonly ServerEntry[], { model, vocabulary }: Learnt): Matcher {
	const labels = new Map(model.labels.map((label, index) => [label, index]));
	const vectorOf = createVectorizer(describeWith(vocabulary), model.bits, model.worth);
	const indexOf = (all: readonly ServerEntry[], waysOf: (entry: ServerEntry) => readonly string[]) =>
		createPhraseIndex(all.map((entry) => waysOf(entry).map(vectorOf)));

	const shipped = indexOf(entries, waysToAsk);

	function matcher(own: readonly ServerEntry[], hidden: ReadonlySet<EntryId>): Matcher {
		// The sentences of the answer help, because there are no phrasings.
		const written = indexOf(own, ({ title, aliases, answer }) => [title, ...aliases, ...sentencesOf(answer)]);
		const ownById = new Map(own.map((entry, index) => [entry.id, { entry, index }]));
		const added = own.filter(({ id }) => !entries.some((entry) => entry.id === id));

		function candidates(vector: SparseVector, trained: Float32Array): Omit<Match, 'share'>[] {
			const near = shipped.nearest(vector);
			const ownNear = written.nearest(vector);
			const trainedOf = (id: EntryId) => {
				const label = labels.get(id);
				return label === undefined ? undefined : trained[label];
			};
			const base = entries.flatMap((entry, index) => {
				if (hidden.has(entry.id)) return [];
				const over = ownById.get(entry.id);
				const nearest = Math.max(near[index] ?? 0, over ? (ownNear[over.index] ?? 0) : 0);
				return [{ entry: over?.entry ?? entry, evidence: { trained: trainedOf(entry.id), near: nearest } }];
			});
			const more = added.map((entry) => ({
				entry,
				evidence: { trained: undefined, near: ownNear[ownById.get(entry.id)?.index ?? 0] ?? 0 },
			}));
			return [...base, ...more];
		}

		return {
			match(question) {
				const vector = vectorOf(question);
				const trained = predict(model, vector);
				const found = candidates(vector, trained);
				// What is meant for a hidden entry is meant for none that is left.
				const lost = [...hidden].reduce((sum, id) => sum + (trained[labels.get(id) ?? -1] ?? 0), 0);
				const nothing = (trained[labels.get(NOTHING) ?? -1] ?? 0) + lost;
				const { shares, none } = rank(
					found.map(({ evidence }) => evidence),
					nothing,
				);
				const ranked = found.map((each, index) => ({ ...each, share: shares[index] ?? 0 }));
				return { ranked: ranked.sort((one, other) => other.share - one.share), none };
			},
			under: matcher,
		};
	}

	return matcher([], new Set());
}

function waysToAsk({ title, aliases, phrasings }: ServerEntry): string[] {
	return [title, ...aliases, ...phrasings];
}
