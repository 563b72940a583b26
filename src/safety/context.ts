import { lexicon } from './lexicon.ts';
import type { Found, Tokens } from './match.ts';
import { createPatternIndex } from './pattern-index.ts';
import { idioms } from './rules/idioms.ts';
import type { Context } from './rules/rule.ts';

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
	'cannot',
]);

/** Words that may stand between "no" and what it denies: "no fever, rash or blood". */
const denied = new Set(
	`any a an the my of or nor and have has had having get getting got see seen seeing feel feeling felt noticed notice
	notice real actual visible obvious signs sign serious weird scary bad such kind anymore other ever experience there
	fever chills pain pains blood bleeding rash vomiting swelling swollen trouble problem problems dizzy dizziness
	throat chest stomach belly diarrhea lump weight loss hives blisters pus breathing severe hot black red
	been is be on taking take currently using am`
		.split(/\s+/)
		.concat((lexicon['mouth'] ?? '').split(' ')),
);
const pastVerbs = new Set(['had', 'was', 'were', 'got', 'went', 'used', 'did', 'took', 'came']);

const idiomPhrases = createPatternIndex(idioms);
/** How many words a "no" or a "never … before" reaches across. */
const reach = 10;

const firstTimes = createPatternIndex([
	'before',
	'like this|that',
	'so bad|much|badly|strong',
	'until now|today|yesterday',
]);
const longAgo = createPatternIndex([
	'years|decade|decades|ages ago',
	'as .. kid|child|teen|teenager|baby|toddler|student',
	'when i was',
	'when he|she was',
	'used to',
	'last years',
	'back in .. 20*|19*|school|college|highschool|uni|years',
	'in 20*|19*',
	'in my .. teens|twenties|childhood|youth',
]);
const recovered = createPatternIndex([
	'all clear|good|fine|healed|gone|better',
	'fine|ok|okay|good|great|better|healthy|well now|since|again|today',
	'completely|fully|totally fine|ok|recovered|healed|gone|better',
	'recovered|healed|resolved|cured|cleared',
	'turned out',
	'was nothing|harmless',
	'nothing since',
	'in recovery|remission',
]);
const ongoing = createPatternIndex([
	'still|today|tonight|yesterday|lately|recently|worse|worsening|keeps|returned|currently|nowadays',
	'again',
	'this|last morning|night|weeks|weekend|afternoon|evening',
	'minutes|hours|days ago',
	'minutes|hours|days .. ago',
	'right now',
	'came|come|comes|coming|is|are|its back',
	'relapse|relapsed|relapsing',
]);

/** What stands around the words found, and may take the danger out of them. */
export type Surroundings = {
	lift(context: Context, found: Found): boolean;
};

/** Words that idioms name, which are no slips for other words. */
export const idiomWords: ReadonlySet<string> = idiomPhrases.words;

export function readSurroundings(tokens: Tokens): Surroundings {
	const idle = new Set(idiomPhrases.places(tokens).flat());
	const isOngoing = ongoing.find(tokens).size > 0;
	const isOver = recovered.find(tokens).size > 0;
	const pastPlaces = longAgo.places(tokens).map(([first = 0]) => first);

	return {
		lift(context, found) {
			switch (context) {
				case 'idiom':
					return found.some((at) => idle.has(at));
				case 'negation':
					return isNegated(tokens, found);
				case 'past':
					return !isOngoing && isPast(tokens, found, pastPlaces, isOver);
			}
		},
	};
}

/** Whether a "no", with nothing but more of what is denied in between, stands before the words found. */
function isNegated(tokens: Tokens, found: Found): boolean {
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

/** Whether the clause tells of long ago, or of something since got over. */
function isPast(tokens: Tokens, found: Found, pastPlaces: readonly number[], isOver: boolean): boolean {
	const [from, to] = clauseAround(tokens, found);
	return (
		pastPlaces.some((at) => at >= from && at < to) ||
		(isOver && tokens.slice(from, to).some((word) => pastVerbs.has(word)))
	);
}

function clauseAround(tokens: Tokens, found: Found): [number, number] {
	let from = found[0] ?? 0;
	let to = found.at(-1) ?? from;
	while (from > 0 && !isBoundary(tokens, from - 1)) {
		from--;
	}
	while (to < tokens.length && !isBoundary(tokens, to)) {
		to++;
	}
	return [from, to];
}

function isBoundary(tokens: Tokens, at: number): boolean {
	const token = tokens[at];
	const next = tokens[at + 1];
	return (
		token === '.' ||
		token === ',' ||
		token === 'but' ||
		token === 'now' ||
		(token === 'and' && (next === 'i' || next === 'my'))
	);
}
