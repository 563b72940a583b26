import type { SparseVector } from '../core/linear/sparse-vector.ts';

/** Phrasings by what they say, to find the one nearest to a question. */
export interface PhraseIndex {
	/** For each entry how near its nearest phrasing comes, from 0 (nothing in common) to 1 (the same words). */
	nearest(question: SparseVector): Float32Array;
}

/** For each place the phrasings that have it, one list behind the other. Typed arrays throughout: a server's own words are indexed, too. */
export interface Phrases {
	/** How many entries the phrasings are of. */
	readonly entries: number;
	/** The entry of each phrasing. */
	readonly entryOf: Uint16Array;
	/** The places that any phrasing has, in ascending order. */
	readonly places: Int32Array;
	/** Where the list of each of them begins, and last where the last one ends. */
	readonly starts: Uint32Array;
	readonly phrases: Uint16Array | Uint32Array;
	/** In 65,535ths. */
	readonly values: Uint16Array;
}

const UNIT = 2 ** 16 - 1;

/** What so many phrasings have tells nearly nothing and takes most of the time. */
const COMMON_SHARE = 0.08;
const FEW = 50;

/** Finds the nearest among phrasings that {@link indexPhrases} looked through. */
export function createPhraseIndex({
	entries,
	entryOf,
	places,
	starts,
	phrases,
	values,
}: Phrases): PhraseIndex {
	const common = Math.max(FEW, entryOf.length * COMMON_SHARE);

	return {
		nearest(question) {
			const sums = new Float32Array(entryOf.length);
			for (let at = 0; at < question.places.length; at += 1) {
				const list = indexIn(places, question.places[at] ?? 0);
				if (list === undefined) continue;
				const start = starts[list] ?? 0;
				const end = starts[list + 1] ?? 0;
				if (end - start > common) continue;
				const value = question.values[at] ?? 0;
				for (let each = start; each < end; each += 1) {
					const phrase = phrases[each] ?? 0;
					sums[phrase] = (sums[phrase] ?? 0) + value * (values[each] ?? 0);
				}
			}
			const best = new Float32Array(entries);
			for (let phrase = 0; phrase < sums.length; phrase += 1) {
				const entry = entryOf[phrase] ?? 0;
				const sum = (sums[phrase] ?? 0) / UNIT;
				if (sum > (best[entry] ?? 0)) best[entry] = sum;
			}
			return best;
		},
	};
}

/**
 * Looks through the phrasings of each entry, as vectors of length 1. In two passes, so that the lists are typed arrays of the right
 * size from the start.
 */
export function indexPhrases(phrasings: readonly (readonly SparseVector[])[]): Phrases {
	const vectors = phrasings.flat();
	const { counts, different } = countPlaces(vectors);
	const places = new Int32Array(different);
	const starts = new Uint32Array(different + 1);
	// From here on, where the next one of a place belongs.
	const next = counts;
	let list = 0;
	let total = 0;
	for (let place = 0; place < counts.length; place += 1) {
		const count = counts[place] ?? 0;
		if (count === 0) continue;
		places[list] = place;
		next[place] = total;
		total += count;
		list += 1;
		starts[list] = total;
	}
	const phrases = roomFor(total, vectors.length);
	const values = new Uint16Array(total);
	for (let phrase = 0; phrase < vectors.length; phrase += 1) {
		const vector = vectors[phrase];
		if (!vector) continue;
		for (let at = 0; at < vector.places.length; at += 1) {
			const place = vector.places[at] ?? 0;
			const here = next[place] ?? 0;
			phrases[here] = phrase;
			values[here] = Math.round((vector.values[at] ?? 0) * UNIT);
			next[place] = here + 1;
		}
	}
	const entryOf = Uint16Array.from(phrasings.flatMap((of, entry) => of.map(() => entry)));
	return { entries: phrasings.length, entryOf, places, starts, phrases, values };
}

/** How many phrasings have each place: an array over all places is many times as quick as a map of those there are. */
function countPlaces(vectors: readonly SparseVector[]): { counts: Uint32Array; different: number } {
	let last = -1;
	for (const { places } of vectors)
		for (let at = 0; at < places.length; at += 1) last = Math.max(last, places[at] ?? 0);
	const counts = new Uint32Array(last + 1);
	let different = 0;
	for (const { places } of vectors)
		for (let at = 0; at < places.length; at += 1) {
			const place = places[at] ?? 0;
			const count = counts[place] ?? 0;
			if (count === 0) different += 1;
			counts[place] = count + 1;
		}
	return { counts, different };
}

/** Numbers of phrasings, of which there are so many. */
export function roomFor(total: number, phrasings: number): Phrases['phrases'] {
	return phrasings <= 2 ** 16 ? new Uint16Array(total) : new Uint32Array(total);
}

/** Where a number stands among ascending ones. */
function indexIn(ascending: Int32Array, wanted: number): number | undefined {
	let low = 0;
	let high = ascending.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
		else high = middle;
	}
	return ascending[low] === wanted ? low : undefined;
}
