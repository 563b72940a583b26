import type { Match, Matches } from './matcher.ts';

/** An answer that is shown without asking back is at least this likely meant. */
const SURE = 0.62;
/** Where it is likelier than this that no entry fits, none is offered. */
const MOST_NONE = 0.55;
/** Where even the best is less likely, what was asked is spread thin over many, and meant for none. */
const LEAST_FIRST = 0.14;
/** Less likely ones are not worth a button beside better ones. */
const LEAST_SHARE = 0.03;
const MOST_CANDIDATES = 3;

export type Band =
	| { band: 'answer'; match: Match }
	| { band: 'suggest'; matches: Match[] }
	| { band: 'none' };

/** Decides whether to answer, to ask “did you mean”, or to say that nothing fits. */
export function chooseBand({ ranked, none }: Matches): Band {
	const [first] = ranked;
	if (!first || none > MOST_NONE || first.share < LEAST_FIRST) return { band: 'none' };
	if (first.share >= SURE) return { band: 'answer', match: first };
	const matches = ranked.slice(0, MOST_CANDIDATES).filter(({ share }) => share >= LEAST_SHARE);
	return { band: 'suggest', matches };
}
