import type { Found, Tokens } from './match.ts';
import { createPatternIndex } from './pattern-index.ts';

const pastVerbs = new Set(['had', 'was', 'were', 'got', 'went', 'used', 'did', 'took', 'came']);
const longAgo = createPatternIndex([
	'years|decade|decades|ages ago',
	'as .. kid|child|teen|teenager|toddler|student',
	'when i|he|she was a? kid|child|little|young|younger|small|teen|teenager|pregnant|student|in|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20',
	'used to have|get|be|take|suffer|do',
	'last years',
	'back in .. 20*|19*|school|college|highschool|uni|years',
	'in 20*|19*',
	'in my .. teens|twenties|childhood|youth',
]);
const earlier = createPatternIndex([
	'last months|years|spring|summer|autumn|winter|fall|christmas',
	'months|weeks .. ago',
	'once|doctor|doctors|gp|checked|scan|scans|tests|colonoscopy|hospital|diagnosed',
	'back then',
]);
const recovered = createPatternIndex([
	'all clear|good|fine|healed|gone|better',
	'fine|ok|okay|good|great|healthy|well now|since',
	'completely|fully|totally fine|ok|recovered|healed|gone|better',
	'it|that|this healed|resolved|cleared',
	'recovered',
	'turned out',
	'was nothing|harmless',
	'nothing since',
	'in recovery|remission',
]);
const ongoing = createPatternIndex([
	'still|today|tonight|yesterday|lately|recently|worse|worsening|keeps|returned|currently|nowadays|taking|again',
	'this|last morning|night|weeks|weekend|afternoon|evening',
	'the|these last|past years|months|weeks|days',
	'minutes|hours|days .. ago',
	'started|starting|began|begun|since ... ago',
	'right now',
	'am|is|are on',
	'came|come|comes|coming|is|are|its back',
	'relapse|relapsed|relapsing',
]);

/** Tells whether the words found speak of something long ago or got over. Unsure, or still going on: not past. */
export function createPastCheck(tokens: Tokens): (found: Found) => boolean {
	const isOngoing = ongoing.find(tokens).size > 0;
	const isOver = earlier.find(tokens).size > 0 && recovered.find(tokens).size > 0;
	const pastPlaces = longAgo.places(tokens).map(([first = 0]) => first);

	return (found) => {
		const [from, to] = clauseAround(tokens, found);
		return (
			!isOngoing &&
			(pastPlaces.some((at) => at >= from && at < to) ||
				(isOver && tokens.slice(from, to).some((word) => pastVerbs.has(word))))
		);
	};
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
