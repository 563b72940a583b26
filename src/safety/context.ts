import { allLookAlikes } from './look-alikes/all-look-alikes.ts';
import type { Found, Tokens } from './match.ts';
import { isNegated } from './negation.ts';
import { createPastCheck } from './past.ts';
import { createPatternIndex } from './pattern-index.ts';
import type { Context } from './rules/rule.ts';

const lookAlikes = createPatternIndex(allLookAlikes);

/** Words that look-alikes name, which are no slips for other words. */
export const lookAlikeWords: ReadonlySet<string> = lookAlikes.words;

/** What stands around the words found, and may take the danger out of them. */
export type Surroundings = {
	lift(context: Context, found: Found): boolean;
};

export function readSurroundings(tokens: Tokens): Surroundings {
	const covered = new Set(lookAlikes.places(tokens).flat());
	const isPast = createPastCheck(tokens);

	return {
		lift(context, found) {
			switch (context) {
				case 'look-alike':
					return found.some((at) => covered.has(at));
				case 'negation':
					return isNegated(tokens, found);
				case 'past':
					return isPast(found);
			}
		},
	};
}
