import type { SparseVector } from '../core/linear/sparse-vector.ts';
import type { ServerEntry } from './answer.ts';

/** The words of entries as vectors, kept for as long as there is room: a server that changes one entry needs the others again. */
export type VectorsOf = (entry: ServerEntry) => SparseVector[];

/** In bytes: a place and its value, and what a vector takes besides. Measured; in short texts it is most of it. */
const A_FEATURE = 8;
const A_VECTOR = 430;

/**
 * @param make looks through an entry's words; the same words give the same vectors.
 * @param room for so many bytes vectors are kept; those used last stay.
 */
export function createRecentVectors(make: VectorsOf, room: number): VectorsOf {
	const kept = new Map<string, { vectors: SparseVector[]; size: number }>();
	let taken = 0;

	return (entry) => {
		const key = wordsIn(entry);
		const known = kept.get(key);
		const vectors = known?.vectors ?? make(entry);
		const size = known?.size ?? sizeOf(key, vectors);
		kept.delete(key);
		kept.set(key, { vectors, size });
		if (known === undefined) taken += size;
		for (const [oldest, each] of kept) {
			if (taken <= room || oldest === key) break;
			kept.delete(oldest);
			taken -= each.size;
		}
		return vectors;
	};
}

function sizeOf(key: string, vectors: readonly SparseVector[]): number {
	return vectors.reduce((sum, { places }) => sum + A_VECTOR + A_FEATURE * places.length, 2 * key.length);
}

/** All that the vectors are made of. */
function wordsIn({ title, aliases, answer }: ServerEntry): string {
	return JSON.stringify([title, aliases, answer]);
}
