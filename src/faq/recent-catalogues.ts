import type { OwnStates } from './answer.ts';
import type { Catalogue } from './catalogue.ts';

type States = OwnStates['states'];

/** Catalogues of what servers have made of the entries. Those used last are kept; another is built anew when it is asked. */
export interface RecentCatalogues {
	/** The same states have the same catalogue: nobody may change them. */
	of(states: States): Catalogue;
}

/**
 * Many times the memory of the words goes into finding them, so that only servers in use have that.
 *
 * @param room how many changed entries the kept catalogues may have in all; the one used last is kept whatever it takes.
 */
export function createRecentCatalogues(build: (states: States) => Catalogue, room: number): RecentCatalogues {
	const kept = new Map<States, Catalogue>();
	let taken = 0;

	return {
		of(states) {
			const known = kept.get(states);
			const catalogue = known ?? build(states);
			kept.delete(states);
			kept.set(states, catalogue);
			if (known === undefined) taken += states.size;
			for (const oldest of kept.keys()) {
				if (taken <= room || oldest === states) break;
				kept.delete(oldest);
				taken -= oldest.size;
			}
			return catalogue;
		},
	};
}
