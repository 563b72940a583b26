import { stemmer } from 'stemmer';
import { addPieces, extend, kindOf } from '../core/linear/feature-hash.ts';
import type { AddFeature } from '../core/linear/sparse-vector.ts';

const WORD = kindOf('word ');
const PAIR = kindOf('pair ');
const TRIPLE = kindOf('triple ');
const PIECE = kindOf('piece ');

/** How much each kind of feature counts. */
const WEIGHTS = { word: 1, pair: 0.8, triple: 0.5, piece: 0.4 };

/** Longer texts are read at both ends only, which bounds the work. */
const MOST_WORDS = 600;

/** What a message says, for the classifier: words, two and three in a row, and pieces of words. */
export function describeMessage(text: string, add: AddFeature): void {
	const words = readWords(text);
	const stems = words.map(stemmer);
	for (const [at, stem] of stems.entries()) {
		add(extend(WORD, stem), WEIGHTS.word);
		const [next, afterNext] = [stems[at + 1], stems[at + 2]];
		if (next === undefined) continue;
		add(extend(extend(PAIR, stem), ` ${next}`), WEIGHTS.pair);
		if (afterNext !== undefined) add(extend(extend(TRIPLE, stem), ` ${next} ${afterNext}`), WEIGHTS.triple);
	}
	// Pieces let a misspelled word count nearly like the right one.
	for (const word of words)
		if (word.length >= 3)
			addPieces({ kind: PIECE, word, shortest: 3, longest: 5, weight: WEIGHTS.piece }, add);
}

function readWords(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/['’]/g, '')
		.toLowerCase()
		.replace(/(\p{L})\1{2,}/gu, '$1$1');
	const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.length <= MOST_WORDS
		? words
		: [...words.slice(0, MOST_WORDS / 2), ...words.slice(-MOST_WORDS / 2)];
}
