import { nameInfantAges } from './ages.ts';
import { plainCharacters } from './characters.ts';
import { fixedPhrases } from './fixed-phrases.ts';
import type { Tokens } from './match.ts';
import { plainWords } from './slang.ts';
import type { Speller } from './spelling.ts';

/** Longer texts are read at both ends only, which bounds the work; no place in Gutsy takes more than 4,000 characters. */
const longestRead = 4_000;
/** A few characters unfold into many. */
const mostPlain = 2 * longestRead;
const piece = /\d+[.,]\d+|\d+\/\d+|[\p{L}\p{N}*@$!]+|[.?\n;:]+|[,()\-–—/]/gu;

/** Turns what someone typed into plain words: `.` for the end of a sentence and `,` for a pause are kept. */
export function normalise(text: string, spell: Speller): Tokens {
	const half = longestRead / 2;
	const read = text.length <= longestRead ? text : `${text.slice(0, half)} . ${text.slice(-half)}`;
	const words = joinSpelledOut(plainCharacters(read).slice(0, mostPlain).match(piece) ?? [])
		.flatMap(toToken)
		.flatMap((word) => plainWords.get(word) ?? respelled(spell(word)));
	return nameInfantAges(joinPhrases(words));
}

function toToken(word: string): readonly string[] {
	if (/^[.?\n;:]+$/.test(word)) {
		return [word.length > 1 && word.startsWith('..') ? ',' : '.'];
	}
	if (/^[,()\-–—/]$/u.test(word)) {
		return [','];
	}
	const temperature = asFever(word);
	if (temperature !== undefined) {
		return temperature;
	}
	const counted = /^(\d+)([a-z]{2,}|[cfx])$/.exec(word);
	if (counted?.[1] !== undefined && counted[2] !== undefined && isUnit(counted[2])) {
		return [counted[1], counted[2]];
	}
	const bare = word.replace(/!+$/, '');
	return bare === '' ? ['.'] : bare === word ? [word] : [bare, '.'];
}

/** A body temperature with a decimal (38.0–42.9 °C, 100.4–107.9 °F) says fever by itself; a bare 39 may be an age. */
function asFever(word: string): readonly string[] | undefined {
	if (!/^\d+[.,]\d+$/.test(word)) {
		return undefined;
	}
	const value = Number(word.replace(',', '.'));
	const isFever = (value >= 38 && value < 43) || (value >= 100.4 && value < 108);
	return isFever ? ['fever'] : [word];
}

function isUnit(word: string): boolean {
	return /^(?:days?|wks?|weeks?|mo|mos|months?|mths?|yrs?|years?|yo|mins?|minutes?|hrs?|hours?|mg|mcg|g|kgs?|kilos?|lbs?|pounds?|stone|c|f|x|degrees?|pills?|tablets?)$/.test(
		word,
	);
}

function respelled(word: string): readonly string[] {
	return plainWords.get(word) ?? [word];
}

/** Joins "k i l l" and "s.t.o.o.l" back into words. */
function joinSpelledOut(words: readonly string[]): readonly string[] {
	return words
		.join(' ')
		.replace(/(?<![^ ])[a-z](?:(?: [.,*-])? [a-z]){3,}(?![^ ])/g, (letters) => letters.replace(/[^a-z]/g, ''))
		.split(' ');
}

function joinPhrases(words: readonly string[]): Tokens {
	const joined: string[] = [];
	for (let at = 0; at < words.length; ) {
		const word = words[at] ?? '';
		const phrase = fixedPhrases
			.get(word)
			?.find(({ typed }) => typed.every((part, i) => words[at + i] === part));
		joined.push(...(phrase?.plain ?? [word]));
		at += phrase?.typed.length ?? 1;
	}
	return joined;
}
