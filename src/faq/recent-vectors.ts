import type { SparseVector } from '../core/linear/sparse-vector.ts';
import type { ServerEntry } from './answer.ts';
import { createRecentlyUsed } from './recently-used.ts';

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
	const recent = createRecentlyUsed<string, SparseVector[]>(sizeOf, room);
	return (entry) => recent.of(wordsIn(entry), () => make(entry));
}

function sizeOf(key: string, vectors: readonly SparseVector[]): number {
	return vectors.reduce((sum, { places }) => sum + A_VECTOR + A_FEATURE * places.length, 2 * key.length);
}

/** All that the vectors are made of. */
function wordsIn({ title, aliases, answer }: ServerEntry): string {
	return JSON.stringify([title, aliases, answer]);
}
