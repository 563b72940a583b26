import { slipsBetween } from './slips.ts';

/** Finds the name that takes the fewest slips to become `typed`, if `most` slips are enough: a letter too few, too many, another or swapped. */
export function nearestName(typed: string, names: Iterable<string>, most: number): string | undefined {
	let nearest: string | undefined;
	let fewest = most + 1;
	for (const name of names) {
		const slips = slipsBetween(typed, name);
		if (slips >= fewest) continue;
		fewest = slips;
		nearest = name;
	}
	return nearest;
}
