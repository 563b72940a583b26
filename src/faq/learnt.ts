import type { LinearModel } from '../core/linear/linear-model.ts';
import type { Describe } from '../core/linear/sparse-vector.ts';
import { describeQuestion } from './question-features.ts';
import type { ShippedPhrases } from './shipped-phrases.ts';
import { createSpelling, type Vocabulary } from './spelling.ts';

/** What was learnt from the entries' phrasings and from lines that no entry answers. */
export interface Learnt {
	model: LinearModel;
	vocabulary: Vocabulary;
	phrases: ShippedPhrases;
}

/** Tells the features of questions in which slips are repaired. */
export function describeWith(vocabulary: Vocabulary): Describe {
	const repair = createSpelling(vocabulary);
	return (text, add) => describeQuestion(text, repair, add);
}
