import { stemmer } from 'stemmer';
import type { Feature } from '../core/linear/sparse-vector.ts';
import { conceptsOf } from './concepts.ts';

/** How much each kind of feature counts against a plain word. */
const PAIR = 0.7;
const PIECE = 0.5;
const CONCEPT = 1.5;

/** Pieces of words let a misspelled word count nearly like the right one. */
const PIECE_LENGTHS = [3, 4, 5];

/** What a question says, for the classifier and for comparing it with other phrasings: words, pairs, pieces and concepts. */
export function questionFeatures(words: readonly string[]): Feature[] {
	const stems = words.map(stemmer);
	const features: Feature[] = [];
	for (const [at, stem] of stems.entries()) {
		features.push([`w${stem}`, 1]);
		const next = stems[at + 1];
		if (next !== undefined) features.push([`b${stem} ${next}`, PAIR]);
	}
	for (const word of words) {
		if (word.length < 3) continue;
		const framed = `<${word}>`;
		for (const length of PIECE_LENGTHS)
			for (let at = 0; at + length <= framed.length; at += 1)
				features.push([`c${framed.slice(at, at + length)}`, PIECE]);
	}
	for (const concept of conceptsOf(stems)) features.push([`k${concept}`, CONCEPT]);
	return features;
}
