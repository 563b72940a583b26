import { lexicon } from './lexicon.ts';
import type { Found, Tokens } from './match.ts';
import { createPatternIndex } from './pattern-index.ts';

const negators = new Set([
	'no',
	'not',
	'without',
	'never',
	'isnt',
	'havent',
	'dont',
	'zero',
	'nor',
	'neither',
]);

/** Words that may stand between "no" and what it denies: "no fever, rash or blood". */
const denied = new Set(
	`any a an the my of or nor have has had having get getting got see seen seeing feel feeling felt noticed notice
	real actual visible obvious signs sign serious weird scary bad such kind anymore other ever experience
	fever chills pain pains blood bleeding rash vomiting swelling swollen trouble problem problems dizzy dizziness
	throat chest stomach belly diarrhea lump weight loss hives blisters pus breathing severe hot black red
	been on taking take currently using`
		.split(/\s+/)
		.concat((lexicon['mouth'] ?? '').split(' ')),
);
/** How many words a "no" or a "never … before" reaches across. */
const reach = 10;

const firstTimes = createPatternIndex([
	'before',
	'like this|that',
	'so bad|much|badly|strong',
	'until now|today|yesterday',
]);
/** Whether a "no", with nothing but more of what is denied in between, stands before the words found. */
export function isNegated(tokens: Tokens, found: Found): boolean {
	const first = found[0] ?? 0;
	let at = first - 1;
	while (at >= Math.max(0, first - reach) && denied.has(tokens[at] ?? '')) {
		at--;
	}
	const negator = tokens[at];
	if (negator === undefined || !negators.has(negator)) {
		return false;
	}
	if (negator !== 'never' && negator !== 'havent') {
		return true;
	}
	const last = found.at(-1) ?? first;
	return firstTimes.find(tokens.slice(last, last + reach)).size === 0;
}
