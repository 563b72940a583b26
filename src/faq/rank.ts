import { softmax } from '../core/linear/linear-model.ts';

/** What speaks for one entry, and how much. */
export interface Evidence {
	/** How likely the classifier finds the entry, from 0 to 1; undefined for entries that it was not trained on. */
	trained: number | undefined;
	/** How near the entry's nearest phrasing comes, from 0 to 1. */
	near: number;
}

/** How likely each entry is meant, and how likely none is. Together they are 1. */
export interface Ranking {
	shares: Float32Array;
	none: number;
}

/** The label of lines that no entry answers. */
export const NOTHING = 'none';

/** How much a phrasing that says the very same counts against the classifier. */
const NEARNESS = 6;
/** Turns down what the two parts together claim: both have learnt from the same lines. */
const COOLING = 0.7;
/** What counts for "none of these" in place of a nearness. */
const NOTHING_NEAR = 0.4;
/** Added to the nearness of an entry with only a handful of ways to ask, where a shipped one has some fifty to be near. */
const FEW_WAYS = 0.12;
/** How much “none of the shipped ones” speaks for an entry that is not shipped. */
const BEYOND = 0.4;
/** The classifier never rules an entry out altogether. */
const LEAST = 1e-5;

/**
 * Joins what speaks for each entry.
 *
 * An entry that the classifier does not know, because a server wrote it, is given as much by it as the likeliest entry, or a
 * part of what it gives to none of those it knows: then
 * its own words decide, with a little in hand because they are few.
 */
export function rank(evidence: readonly Evidence[], nothing: number): Ranking {
	const likeliest = evidence.reduce((most, { trained = 0 }) => Math.max(most, trained), BEYOND * nothing);
	const scores = Float32Array.from([
		...evidence.map(({ trained, near }) =>
			trained === undefined ? join(likeliest, near + FEW_WAYS) : join(trained, near),
		),
		join(nothing, NOTHING_NEAR),
	]);
	const shares = softmax(scores);
	return { shares: shares.subarray(0, -1), none: shares.at(-1) ?? 0 };
}

function join(likelihood: number, near: number): number {
	return COOLING * (Math.log(likelihood + LEAST) + NEARNESS * near);
}
