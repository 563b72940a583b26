import { stemmer } from 'stemmer';
import type { Feature } from '../core/linear/sparse-vector.ts';

/** How much each kind of feature counts against a plain word. */
const PAIR = 0.8;
const TRIPLE = 0.5;
const PIECE = 0.4;

/** Pieces of words let a misspelled word count nearly like the right one. */
const PIECE_LENGTHS = [3, 4, 5];
/** Longer texts are read at both ends only, which bounds the work. */
const MOST_WORDS = 600;

/** What a message says, for the classifier: words, two and three in a row, and pieces of words. */
export function redFlagFeatures(text: string): Feature[] {
	const words = readWords(text);
	const stems = words.map(stemmer);
	const features: Feature[] = [];
	for (const [at, stem] of stems.entries()) {
		features.push([`w${stem}`, 1]);
		const [next, afterNext] = stems.slice(at + 1, at + 3);
		if (next === undefined) continue;
		features.push([`b${stem} ${next}`, PAIR]);
		if (afterNext !== undefined) features.push([`t${stem} ${next} ${afterNext}`, TRIPLE]);
	}
	for (const word of words) {
		if (word.length < 3) continue;
		const framed = `<${word}>`;
		for (const length of PIECE_LENGTHS)
			for (let at = 0; at + length <= framed.length; at += 1)
				features.push([`c${framed.slice(at, at + length)}`, PIECE]);
	}
	return features;
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
