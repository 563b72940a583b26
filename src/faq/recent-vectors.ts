import type { SparseVector } from '../core/linear/sparse-vector.ts';
import type { ServerEntry } from './answer.ts';
import { createRecentlyUsed } from './recently-used.ts';

/** The words of entries as vectors, kept for as long as there is room: a server that changes one entry needs the others again. */
export type VectorsOf = (entry: ServerEntry) => SparseVector[];

/**
 * @param make looks through an entry's words; the same words give the same vectors.
 * @param room how many features, over all vectors, are kept. Each takes eight bytes.
 */
export function createRecentVectors(make: VectorsOf, room: number): VectorsOf {
	const recent = createRecentlyUsed<string, SparseVector[]>((_words, vectors) => featuresIn(vectors), room);
	return (entry) => recent.of(wordsIn(entry), () => make(entry));
}

function featuresIn(vectors: readonly SparseVector[]): number {
	return vectors.reduce((sum, { places }) => sum + places.length, 0);
}

/** All that the vectors are made of. */
function wordsIn({ title, aliases, answer }: ServerEntry): string {
	return JSON.stringify([title, aliases, answer]);
}
