import { inTurns } from '../core/in-turns.ts';
import { lazily } from '../core/lazily.ts';
import { predict } from '../core/linear/linear-model.ts';
import { createVectorizer, type SparseVector } from '../core/linear/sparse-vector.ts';
import type { ServerEntry } from './answer.ts';
import { describeWith, type Learnt } from './learnt.ts';
import { createPhraseIndex, indexPhrases } from './phrase-index.ts';
import { type Evidence, NOTHING, rank } from './rank.ts';
import { createRecentVectors } from './recent-vectors.ts';
import { sentencesOf } from './sentences.ts';
import { phrasesOf } from './shipped-phrases.ts';

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
	/** Looks through the server's own words a few at a time, so that nobody waits for a server that has many. The first question does it at once otherwise. */
	prepare(): Promise<void>;
	/**
	 * The same for the entries as a server shows them.
	 *
	 * @param reworded those among them whose words are the server's.
	 */
	under(shown: readonly ServerEntry[], reworded: readonly ServerEntry[]): Matcher;
}

/** @param learnt from the shipped entries; others are found by their own words. */
export function createMatcher(entries: readonly ServerEntry[], learnt: Learnt): Matcher {
	const { model, vocabulary } = learnt;
	const labels = new Map(model.labels.map((label, index) => [label, index]));
	const vectorOf = createVectorizer(describeWith(vocabulary), model.bits, model.worth);
	const shipped = createPhraseIndex(phrasesOf(entries, learnt.phrases, vectorOf));
	// The sentences of the answer help, because there are no phrasings.
	const writtenOf = createRecentVectors(
		({ title, aliases, answer }) => [title, ...aliases, ...sentencesOf(answer)].map(vectorOf),
		ROOM,
	);

	const places = new Map(entries.map(({ id }, at) => [id, { at, label: labels.get(id) }]));

	function matcher(shown: readonly ServerEntry[], reworded: readonly ServerEntry[]): Matcher {
		let prepared: SparseVector[][] | undefined;
		const layer = lazily(() => ({
			written: createPhraseIndex(indexPhrases(prepared ?? reworded.map(writtenOf))),
			candidates: candidatesOf(shown, places, reworded),
		}));
		const prepare = lazily(async () => {
			prepared = await inTurns(reworded, A_TURN, writtenOf);
			layer();
			prepared = undefined;
		});
		// What is meant for a hidden entry is meant for none that is left.
		const ids = new Set(shown.map(({ id }) => id));
		const hidden = entries.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
		const nothing = [NOTHING, ...hidden].flatMap((label) => labels.get(label) ?? []);

		return {
			match(question) {
				const { written, candidates } = layer();
				const vector = vectorOf(question);
				const trained = predict(model, vector);
				const near = shipped.nearest(vector);
				const ownNear = written.nearest(vector);
				const evidence = candidates.map(
					({ label, at, ownAt }): Evidence => ({
						trained: label === undefined ? undefined : trained[label],
						near: Math.max(valueAt(near, at), valueAt(ownNear, ownAt)),
					}),
				);
				const { shares, none } = rank(
					evidence,
					nothing.reduce((sum, label) => sum + (trained[label] ?? 0), 0),
				);
				const least = shares.reduce((one, other) => Math.max(one, other), 0) * WORTH_LISTING;
				const ranked = candidates.flatMap(({ entry }, index) => {
					const share = shares[index] ?? 0;
					const why = evidence[index];
					return share >= least && why ? [{ entry, share, evidence: why }] : [];
				});
				return { ranked: ranked.sort((one, other) => other.share - one.share), none };
			},
			prepare,
			under: matcher,
		};
	}

	return matcher(entries, []);
}

/** In bytes: what one server with as many entries as fit needs, if they are as long as can be. */
const ROOM = 48 * 2 ** 20;

/** Entries looked through before others have their turn: some milliseconds. */
const A_TURN = 4;

/** Entries much less likely than the likeliest are not listed. */
const WORTH_LISTING = 1e-4;

/** What is known of a shipped entry. */
interface Place {
	/** Among the shipped entries. */
	at: number;
	/** Among the model's labels. */
	label: number | undefined;
}

/** An entry that may be meant, and where what speaks for it stands. */
interface Candidate extends Partial<Place> {
	entry: ServerEntry;
	/** Among the server's own. */
	ownAt: number | undefined;
}

function candidatesOf(
	shown: readonly ServerEntry[],
	places: ReadonlyMap<string, Place>,
	reworded: readonly ServerEntry[],
): Candidate[] {
	const ownAt = new Map(reworded.map(({ id }, at) => [id, at]));
	return shown.map((entry) => ({ entry, ownAt: ownAt.get(entry.id), ...places.get(entry.id) }));
}

/** Asking a typed array for a place that it cannot have is slow. */
function valueAt(values: Float32Array, at: number | undefined): number {
	return at === undefined ? 0 : (values[at] ?? 0);
}
