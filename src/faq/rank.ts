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
/** Added to the nearness of an entry with only a handful of ways to ask, where a shipped one has a hundred to be near. */
const FEW_WAYS = 0.12;
/** How much “none of the shipped ones” speaks for an entry that is not shipped. */
const BEYOND = 0.55;
/** An unknown entry counts in full only when it comes so near, and half as near as the nearest shipped one besides. */
const NEAR_ENOUGH = 0.06;
const BESIDE_SHIPPED = 0.5;
/** How gently that begins: about half is counted right there. */
const GENTLY = 0.05;
/** How fast an unknown entry counts for less than the nearest unknown one. */
const STANDING_BACK = 40;
/** The classifier never rules an entry out altogether. */
const LEAST = 1e-5;

/**
 * Joins what speaks for each entry.
 *
 * An entry that the classifier does not know, because a server wrote it, is given as much by it as the likeliest entry, or a
 * part of what it gives to none of those it knows: then its own words decide, with a little in hand because they are few. Those
 * whose words are far off are given next to nothing of that, or a dozen of them would take every answer's certainty away.
 */
export function rank(evidence: readonly Evidence[], nothing: number): Ranking {
	const likeliest = evidence.reduce((most, { trained = 0 }) => Math.max(most, trained), BEYOND * nothing);
	const known = nearestOf(evidence.filter(({ trained }) => trained !== undefined));
	const unknown = evidence.filter(({ trained }) => trained === undefined);
	const nearest = nearestOf(unknown);
	const standing = (near: number) => Math.exp(STANDING_BACK * (near - nearest));
	const together = unknown.reduce((sum, { near }) => sum + standing(near), 0);
	/** Of what the likeliest is given: the unknown ones share it by how near they are, and are heard only when near at all. */
	const part = (near: number) =>
		standing(near) / together / (1 + Math.exp((NEAR_ENOUGH + BESIDE_SHIPPED * known - near) / GENTLY));
	const scores = Float32Array.from([
		...evidence.map(({ trained, near }) =>
			trained === undefined ? join(likeliest, near + FEW_WAYS) + Math.log(part(near)) : join(trained, near),
		),
		join(nothing, NOTHING_NEAR),
	]);
	const shares = softmax(scores);
	return { shares: shares.subarray(0, -1), none: shares.at(-1) ?? 0 };
}

function nearestOf(evidence: readonly Evidence[]): number {
	return evidence.reduce((most, { near }) => Math.max(most, near), 0);
}

function join(likelihood: number, near: number): number {
	return COOLING * (Math.log(likelihood + LEAST) + NEARNESS * near);
}
