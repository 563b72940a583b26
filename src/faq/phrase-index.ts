import type { SparseVector } from '../core/linear/sparse-vector.ts';

/** Phrasings by what they say, to find the one nearest to a question. */
export interface PhraseIndex {
	/** For each entry how near its nearest phrasing comes, from 0 (nothing in common) to 1 (the same words). */
	nearest(question: SparseVector): Float32Array;
}

/** Where the phrasings that have one place stand in the lists. */
interface Posting {
	start: number;
	end: number;
}

/** What so many phrasings have tells nearly nothing and takes most of the time. */
const COMMON_SHARE = 0.08;
const FEW = 50;

/** @param phrasings of each entry, as vectors of length 1. */
export function createPhraseIndex(phrasings: readonly (readonly SparseVector[])[]): PhraseIndex {
	const entryOf = Uint32Array.from(phrasings.flatMap((vectors, entry) => vectors.map(() => entry)));
	const { postings, phrases, values } = listByPlace(phrasings.flat());
	const common = Math.max(FEW, entryOf.length * COMMON_SHARE);

	return {
		nearest(question) {
			const sums = new Float32Array(entryOf.length);
			for (let at = 0; at < question.places.length; at += 1) {
				const posting = postings.get(question.places[at] ?? 0);
				if (!posting || posting.end - posting.start > common) continue;
				const value = question.values[at] ?? 0;
				for (let each = posting.start; each < posting.end; each += 1) {
					const phrase = phrases[each] ?? 0;
					sums[phrase] = (sums[phrase] ?? 0) + value * (values[each] ?? 0);
				}
			}
			const best = new Float32Array(phrasings.length);
			for (let phrase = 0; phrase < sums.length; phrase += 1) {
				const entry = entryOf[phrase] ?? 0;
				const sum = sums[phrase] ?? 0;
				if (sum > (best[entry] ?? 0)) best[entry] = sum;
			}
			return best;
		},
	};
}

/** Two passes, so that the lists are typed arrays of the right size from the start. */
function listByPlace(vectors: readonly SparseVector[]) {
	const postings = new Map<number, Posting>();
	let total = 0;
	for (const { places } of vectors) {
		total += places.length;
		for (let at = 0; at < places.length; at += 1) {
			const place = places[at] ?? 0;
			const posting = postings.get(place);
			if (posting) posting.end += 1;
			else postings.set(place, { start: 0, end: 1 });
		}
	}
	let next = 0;
	for (const posting of postings.values()) {
		const count = posting.end;
		posting.start = next;
		posting.end = next;
		next += count;
	}
	const phrases = vectors.length < 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
	const values = new Float32Array(total);
	for (let phrase = 0; phrase < vectors.length; phrase += 1) {
		const vector = vectors[phrase];
		if (!vector) continue;
		for (let at = 0; at < vector.places.length; at += 1) {
			const posting = postings.get(vector.places[at] ?? 0);
			if (!posting) continue;
			phrases[posting.end] = phrase;
			values[posting.end] = vector.values[at] ?? 0;
			posting.end += 1;
		}
	}
	return { postings, phrases, values };
}
