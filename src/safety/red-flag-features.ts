import { stemmer } from 'stemmer';
import { addPieces, extend, kindOf } from '../core/linear/feature-hash.ts';
import type { AddFeature } from '../core/linear/sparse-vector.ts';
import { signsIn, signWords } from './signs.ts';
import { plainWords } from './slang.ts';
import { createVowelFinder } from './vowelless.ts';

const WORD = kindOf('word ');
const PAIR = kindOf('pair ');
const TRIPLE = kindOf('triple ');
const PIECE = kindOf('piece ');
const SIGN = kindOf('sign ');
const SIGNS_TOGETHER = kindOf('signs ');

/** How much each kind of feature counts. */
const WEIGHTS = { word: 1, pair: 1.2, triple: 0.5, piece: 0.5, sign: 1.1, signsTogether: 0.6 };

/** What some five words come to. One word names a subject, and tells little of what has happened. */
export const SAYS_ENOUGH = 600;

/** Longer texts are read at both ends only, which bounds the work. */
const MOST_WORDS = 600;

/** What a message says, for the classifier: words, two and three in a row, pieces of words, signs, and signs together. */
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
	const signs = signsOf(stems);
	for (const [at, sign] of signs.entries()) {
		add(extend(SIGN, sign), WEIGHTS.sign);
		for (const other of signs.slice(at + 1))
			add(extend(extend(SIGNS_TOGETHER, sign), ` ${other}`), WEIGHTS.signsTogether);
	}
}

/** What takes the meaning out of the next words: “no blood or anything” is not about blood. */
const NEGATIONS = new Set(
	['no', 'not', 'without', 'never', 'dont', 'doesnt', 'didnt', 'isnt', 'wasnt', 'arent', 'nor'].map(stemmer),
);
const NEGATED_WORDS = 3;

/** The signs that are affirmed, and under another name those that are denied. */
function signsOf(stems: readonly string[]): string[] {
	const affirmed: string[] = [];
	const denied: string[] = [];
	let left = 0;
	for (const stem of stems) {
		if (NEGATIONS.has(stem)) left = NEGATED_WORDS;
		else if (stem === 'but') left = 0;
		else (left-- > 0 ? denied : affirmed).push(stem);
	}
	return [...signsIn(affirmed), ...[...signsIn(denied)].map((sign) => `no ${sign}`)].sort();
}

/** Small words that go with the signs, and are typed without vowels as often as they. */
const SMALL_WORDS =
	'want wants wanted here there anymore feel feels feeling properly point life when what that with this have keep keeps left right side since after before just cannot still from more really people someone please';

const withVowels = createVowelFinder([...signWords, ...SMALL_WORDS.split(' ')]);

function readWords(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/['’]/g, '')
		.toLowerCase()
		.replace(/(\p{L})\1{2,}/gu, '$1$1');
	const words = (plain.match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? []).flatMap(
		(word) => plainWords.get(word) ?? [withVowels(word) ?? word],
	);
	return words.length <= MOST_WORDS
		? words
		: [...words.slice(0, MOST_WORDS / 2), ...words.slice(-MOST_WORDS / 2)];
}
