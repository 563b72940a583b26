import type { LinearModel } from '../core/linear/linear-model.ts';
import { type Example, trainModel } from '../core/linear/train-model.ts';
import { describeMessage, SAYS_ENOUGH } from './red-flag-features.ts';
import { type Tier, tiers } from './rules/rule.ts';

/** The label of messages that call for no care. */
export const ORDINARY = 'ordinary';

/** A red flag missed costs more than a false alarm. */
const COST = 1.5;

interface Lines {
	redFlags: readonly { q: string; tier: Tier }[];
	/** Look-alikes, and everyday questions. */
	ordinary: readonly string[];
}

function redFlagExamples({ redFlags, ordinary }: Lines): Example[] {
	return [
		...redFlags.map(({ q, tier }) => ({ text: q, label: tier, cost: COST })),
		...ordinary.map((text) => ({ text, label: ORDINARY })),
	];
}

/** Trains what tells messages that call for care from those that only sound so. */
export function trainRedFlags(lines: Lines): LinearModel {
	return trainModel(redFlagExamples(lines), {
		labels: [ORDINARY, ...tiers],
		describe: describeMessage,
		bits: 16,
		least: SAYS_ENOUGH,
		epochs: 10,
		rate: 4,
		decay: 1e-5,
	});
}
