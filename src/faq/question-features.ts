import { stemmer } from 'stemmer';
import { addPieces, extend, kindOf } from '../core/linear/feature-hash.ts';
import type { AddFeature } from '../core/linear/sparse-vector.ts';
import { conceptsOf } from './concepts.ts';
import { readQuestion } from './read-question.ts';
import type { RepairSpelling } from './spelling.ts';

const WORD = kindOf('word ');
const PAIR = kindOf('pair ');
const PIECE = kindOf('piece ');
const CONCEPT = kindOf('concept ');

/** How much each kind of feature counts. */
const WEIGHTS = { word: 1, pair: 0.7, piece: 0.5, concept: 1.5 };

/** What a question says, for the classifier and for comparing it with other phrasings: words, pairs, pieces and concepts. */
export function describeQuestion(text: string, repair: RepairSpelling, add: AddFeature): void {
	const words = readQuestion(text, repair);
	const stems = words.map(stemmer);
	for (const [at, stem] of stems.entries()) {
		add(extend(WORD, stem), WEIGHTS.word);
		const next = stems[at + 1];
		if (next !== undefined) add(extend(extend(PAIR, stem), ` ${next}`), WEIGHTS.pair);
	}
	// Pieces let a misspelled word count nearly like the right one.
	for (const word of words)
		if (word.length >= 3)
			addPieces({ kind: PIECE, word, shortest: 3, longest: 5, weight: WEIGHTS.piece }, add);
	for (const concept of conceptsOf(stems)) add(extend(CONCEPT, concept), WEIGHTS.concept);
}
