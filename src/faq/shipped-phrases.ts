import type { EntryId } from '../core/entry-texts.ts';
import type { SparseVector } from '../core/linear/sparse-vector.ts';
import { fingerprint } from '../core/linear/train-model.ts';
import { indexPhrases, type Phrases } from './phrase-index.ts';

/** The ways to ask for the shipped entries, looked through beforehand: that takes longer than everything else at the start. */
export interface ShippedPhrases {
	/** Identifies the ways to ask that it was made of. */
	readonly madeOf: string;
	readonly phrases: Phrases;
}

interface Asked {
	id: EntryId;
	title: string;
	aliases: readonly string[];
	phrasings: readonly string[];
}

export function shipPhrases(
	entries: readonly Asked[],
	vectorOf: (text: string) => SparseVector,
): ShippedPhrases {
	const phrases = indexPhrases(entries.map((entry) => waysToAsk(entry).map(vectorOf)));
	return { madeOf: identify(entries), phrases };
}

/** What was looked through beforehand, if it is of these entries as they are; made anew otherwise. */
export function phrasesOf(
	entries: readonly Asked[],
	shipped: ShippedPhrases,
	vectorOf: (text: string) => SparseVector,
): Phrases {
	return shipped.madeOf === identify(entries) ? shipped.phrases : shipPhrases(entries, vectorOf).phrases;
}

function identify(entries: readonly Asked[]): string {
	return fingerprint(entries.flatMap((entry) => waysToAsk(entry).map((text) => ({ text, label: entry.id }))));
}

function waysToAsk({ title, aliases, phrasings }: Asked): string[] {
	return [title, ...aliases, ...phrasings];
}
