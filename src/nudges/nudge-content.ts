import type { Catalogue } from './catalogue.ts';
import type { Expectation } from './expectations.ts';
import type { Programmes } from './programme.ts';

/** All that nudges say. */
export interface NudgeContent {
	readonly catalogue: Catalogue;
	readonly programmes: Programmes;
	readonly expectations: readonly Expectation[];
}
