import { nameInfantAges } from './ages.ts';
import { plainCharacters } from './characters.ts';
import type { Tokens } from './match.ts';
import { plainPhrases, plainWords } from './slang.ts';
import type { Speller } from './spelling.ts';

/** Longer texts are read at both ends only, which bounds the work; no place in Gutsy takes more than 4,000 characters. */
const longestRead = 4_000;
const piece = /\d+[.,]\d+|\d+\/\d+|[\p{L}\p{N}*@$!]+|[.?\n;:]+|[,()\-–—/]/gu;
const phrasesByFirstWord = groupPhrases();

/** Turns what someone typed into plain words: `.` for the end of a sentence and `,` for a pause are kept. */
export function normalise(text: string, spell: Speller): Tokens {
	const half = longestRead / 2;
	const read = text.length <= longestRead ? text : `${text.slice(0, half)} . ${text.slice(-half)}`;
	const words = joinSpelledOut(plainCharacters(read).match(piece) ?? [])
		.flatMap(toToken)
		.flatMap((word) => plain(word) ?? (plain(spell(word)) || [spell(word)]));
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
	return /^(?:days?|wks?|weeks?|mo|mos|months?|mths?|yrs?|years?|yo|mins?|minutes?|hrs?|hours?|mg|mcg|g|kgs?|kilos?|lbs?|pounds?|stone|c|f|x|degrees?|pills?|tablets?)$/.test(word);
}

function plain(word: string): readonly string[] | undefined {
	return Object.hasOwn(plainWords, word) ? plainWords[word]?.split(' ') : undefined;
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
		const phrase = phrasesByFirstWord.get(word)?.find(({ from }) => from.every((part, i) => words[at + i] === part));
		joined.push(...(phrase?.to ?? [word]));
		at += phrase?.from.length ?? 1;
	}
	return joined;
}

type JoinedPhrase = { readonly from: readonly string[]; readonly to: readonly string[] };

function groupPhrases(): ReadonlyMap<string, readonly JoinedPhrase[]> {
	const groups = new Map<string, JoinedPhrase[]>();
	for (const [from, to] of Object.entries(plainPhrases)) {
		const words = from.split(' ');
		const first = words[0] ?? '';
		groups.set(first, [...(groups.get(first) ?? []), { from: words, to: to.split(' ') }]);
	}
	for (const group of groups.values()) {
		group.sort((one, other) => other.from.length - one.from.length);
	}
	return groups;
}
