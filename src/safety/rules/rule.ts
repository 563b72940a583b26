/** How soon someone should look at this, and who: each tier has one reviewed reply. */
export const tiers = ['emergency', 'crisis', 'same-day', 'see-a-doctor'] as const;

export type Tier = (typeof tiers)[number];

/** What takes the danger out of words that would otherwise carry it. */
export type Context = 'look-alike' | 'negation' | 'past';

export type RedFlagRule = {
	readonly name: string;
	readonly tier: Tier;
	/** Patterns, any of which raises the flag; `pattern.ts` tells how they read. */
	readonly says: readonly string[];
	/** The contexts that lift the flag: all three when absent. */
	readonly liftedBy?: readonly Context[];
};
