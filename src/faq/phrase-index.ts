import type { SparseVector } from '../core/linear/sparse-vector.ts';

/** Phrasings by what they say, to find the one nearest to a question. */
export interface PhraseIndex {
	/** For each entry how near its nearest phrasing comes, from 0 (nothing in common) to 1 (the same words). */
	nearest(question: SparseVector): Float32Array;
}

/** @param phrasings of each entry, as vectors of length 1. */
export function createPhraseIndex(phrasings: readonly (readonly SparseVector[])[]): PhraseIndex {
	const entryOf: number[] = [];
	const postings = new Map<number, { phrase: number[]; value: number[] }>();
	for (const [entry, vectors] of phrasings.entries())
		for (const { places, values } of vectors) {
			const phrase = entryOf.push(entry) - 1;
			for (const [at, place] of places.entries()) {
				const posting = postings.get(place) ?? { phrase: [], value: [] };
				posting.phrase.push(phrase);
				posting.value.push(values[at] ?? 0);
				postings.set(place, posting);
			}
		}
	const Numbers = entryOf.length < 2 ** 16 ? Uint16Array : Uint32Array;
	const packed = new Map(
		[...postings].map(([place, { phrase, value }]) => [
			place,
			{ phrases: Numbers.from(phrase), values: Float32Array.from(value) },
		]),
	);

	return {
		nearest({ places, values }) {
			const sums = new Float32Array(entryOf.length);
			for (let at = 0; at < places.length; at += 1) {
				const posting = packed.get(places[at] ?? 0);
				if (!posting) continue;
				const value = values[at] ?? 0;
				const { phrases, values: theirs } = posting;
				for (let each = 0; each < phrases.length; each += 1) {
					const phrase = phrases[each] ?? 0;
					sums[phrase] = (sums[phrase] ?? 0) + value * (theirs[each] ?? 0);
				}
			}
			const best = new Float32Array(phrasings.length);
			for (const [phrase, sum] of sums.entries()) {
				const entry = entryOf[phrase] ?? 0;
				if (sum > (best[entry] ?? 0)) best[entry] = sum;
			}
			return best;
		},
	};
}
