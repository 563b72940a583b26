import { type LinearModel, predict } from '../core/linear/linear-model.ts';
import { createVectorizer } from '../core/linear/sparse-vector.ts';
import { describeMessage } from './red-flag-features.ts';
import { checkRedFlags, type RedFlag } from './red-flags.ts';
import { type Tier, tiers } from './rules/rule.ts';
import { ORDINARY } from './train-red-flags.ts';

/** What a text calls for, and why. */
export type Judgement = {
	/** The rule that holds, if one does. */
	rule: RedFlag | undefined;
	/** How likely the classifier finds that it calls for care, from 0 to 1. */
	likelihood: number;
} & ({ kind: 'care'; tier: Tier } | { kind: 'caution' | 'ordinary' });

/** From here on the classifier alone calls for care. */
const CARE_FROM = 0.2;
/** From here on an answer comes with a word on when to see a doctor. */
const CAUTION_FROM = 0.08;
/**
 * A rule gives way to an answer with such a word where the classifier finds less than this for it: “an allergic reaction to the
 * price” is nobody's emergency. Where somebody may not want to live the classifier has to be surer still.
 */
const HOLDS_FROM: Readonly<Record<Tier, number>> = {
	crisis: 0.005,
	emergency: 0.03,
	'same-day': 0.03,
	'see-a-doctor': 0.03,
};

/** Judges a text: pure, from memory, bounded in time. */
export type Judge = (text: string) => Judgement;

/** Rules for what is certain, a classifier for what people say round about it; in doubt it speaks up. */
export function createJudge(model: LinearModel): Judge {
	const vectorOf = createVectorizer(describeMessage, model.bits, model.worth);
	return (text) => {
		const rule = checkRedFlags(text);
		const shares = predict(model, vectorOf(text));
		const shareOf = (label: string) => shares[model.labels.indexOf(label)] ?? 0;
		const likelihood = 1 - shareOf(ORDINARY);
		const seen = { rule, likelihood };
		if (rule && likelihood >= HOLDS_FROM[rule.tier]) return { ...seen, kind: 'care', tier: rule.tier };
		if (likelihood >= CARE_FROM) return { ...seen, kind: 'care', tier: likeliest(tiers, shareOf) };
		return { ...seen, kind: rule || likelihood >= CAUTION_FROM ? 'caution' : 'ordinary' };
	};
}

function likeliest(of: readonly [Tier, ...Tier[]], shareOf: (tier: Tier) => number): Tier {
	return of.reduce((best, tier) => (shareOf(tier) > shareOf(best) ? tier : best));
}
