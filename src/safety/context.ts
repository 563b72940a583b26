import { lexicon } from './lexicon.ts';
import { type Found, findAt, type Tokens } from './match.ts';
import { type Phrase, readPattern } from './pattern.ts';

const negators = new Set(['no', 'not', 'without', 'never', 'isnt', 'havent', 'dont', 'zero', 'nor', 'neither', 'cannot']);

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

const firstTimes = phrases(['before', 'like this|that', 'so bad|much|badly|strong', 'until now|today|yesterday']);
const longAgo = phrases([
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
const recovered = phrases([
	'all clear|good|fine|healed|gone|better',
	'fine|ok|okay|good|great|better|healthy|well now|since|again|today',
	'completely|fully|totally fine|ok|recovered|healed|gone|better',
	'recovered|healed|resolved|cured|cleared',
	'turned out',
	'was nothing|harmless',
	'nothing since',
	'in recovery|remission',
]);
const ongoing = phrases([
	'still|today|tonight|yesterday|lately|recently|worse|worsening|keeps|returned|currently|nowadays',
	'again',
	'this|last morning|night|weeks|weekend|afternoon|evening',
	'minutes|hours|days ago',
	'minutes|hours|days .. ago',
	'right now',
	'came|come|comes|coming|is|are|its back',
	'relapse|relapsed|relapsing',
]);

function phrases(patterns: readonly string[]): readonly Phrase[] {
	return patterns.flatMap(readPattern);
}

/** Whether a "no", with nothing but more of what is denied in between, stands before the words found. */
export function isNegated(tokens: Tokens, found: Found): boolean {
	let at = found[0] - 1;
	while (at >= 0 && denied.has(tokens[at] ?? '')) {
		at--;
	}
	const negator = tokens[at];
	if (negator === undefined || !negators.has(negator)) {
		return false;
	}
	return !(negator === 'never' || negator === 'havent') || !occursIn(firstTimes, tokens, found.at(-1) ?? at);
}

/** Whether the clause tells of long ago, or the message of something got over, and nothing says it goes on. */
export function isPast(tokens: Tokens, found: Found): boolean {
	if (occursIn(ongoing, tokens)) {
		return false;
	}
	const clause = tokens.slice(...clauseAround(tokens, found));
	return occursIn(longAgo, clause) || (hasPastVerb(clause) && occursIn(recovered, tokens));
}

function hasPastVerb(clause: Tokens): boolean {
	return clause.some((word) => ['had', 'was', 'were', 'got', 'went', 'used', 'did', 'took', 'came'].includes(word));
}

function clauseAround(tokens: Tokens, found: Found): [number, number] {
	let from = found[0];
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

function occursIn(options: readonly Phrase[], tokens: Tokens, from = 0): boolean {
	return options.some((phrase) =>
		tokens.some((_, at) => at >= from && findAt(phrase, tokens, at) !== undefined),
	);
}
