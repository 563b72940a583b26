import type { Match } from './catalogue.ts';

/** An answer that is shown without asking back must know this share of the question's words… */
const SURE_COVERAGE = 0.6;
/** …and score this many times the next. */
const SURE_LEAD = 1.8;
/** Below this share the question is about something else. */
const LEAST_COVERAGE = 0.34;
const MOST_CANDIDATES = 3;

export type Band =
	| { band: 'answer'; match: Match }
	| { band: 'suggest'; matches: Match[] }
	| { band: 'none' };

/** Decides from the matches, best first, whether to answer, to ask “did you mean”, or to say that nothing fits. */
export function chooseBand(matches: readonly Match[]): Band {
	const [first, second] = matches;
	if (!first || first.coverage < LEAST_COVERAGE) return { band: 'none' };
	const clear = second === undefined || first.score >= SURE_LEAD * second.score;
	if (first.saysTitle || (first.coverage >= SURE_COVERAGE && clear)) return { band: 'answer', match: first };
	return {
		band: 'suggest',
		matches: matches.filter(({ coverage }) => coverage >= LEAST_COVERAGE).slice(0, MOST_CANDIDATES),
	};
}
