import { type LinearModel, predict } from '../core/linear/linear-model.ts';
import { createVectorizer } from '../core/linear/sparse-vector.ts';
import { describeMessage, SAYS_ENOUGH } from './red-flag-features.ts';
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
const CARE_FROM = 0.25;
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

/** How soon somebody has to act. An emergency and a crisis are equally pressing, and then the rule knows which it is. */
const URGENCY: Readonly<Record<Tier, number>> = { emergency: 3, crisis: 3, 'same-day': 2, 'see-a-doctor': 1 };
/** A more urgent reply is given when it is at least this likely beside the likeliest: too late is worse than too soon. */
const NEARLY = 0.5;
/** It takes the place of a rule's less urgent one only when it is this likely. */
const GRAVER_FROM = 0.3;

/** Judges a text: pure, from memory, bounded in time. */
export type Judge = (text: string) => Judgement;

/** Rules for what is certain, a classifier for what people say round about it; in doubt it speaks up. */
export function createJudge(model: LinearModel): Judge {
	const vectorOf = createVectorizer(describeMessage, model.bits, model.worth, SAYS_ENOUGH);
	return (text) => {
		const rule = checkRedFlags(text);
		const shares = predict(model, vectorOf(text));
		const shareOf = (label: string) => shares[model.labels.indexOf(label)] ?? 0;
		const likelihood = 1 - shareOf(ORDINARY);
		const seen = { rule, likelihood };
		const found = mostUrgent(shareOf);
		if (rule && likelihood >= HOLDS_FROM[rule.tier]) {
			const graver = URGENCY[found] > URGENCY[rule.tier] && shareOf(found) >= GRAVER_FROM;
			return { ...seen, kind: 'care', tier: graver ? found : rule.tier };
		}
		if (likelihood >= CARE_FROM) return { ...seen, kind: 'care', tier: found };
		return { ...seen, kind: rule || likelihood >= CAUTION_FROM ? 'caution' : 'ordinary' };
	};
}

/** The most urgent of those that the classifier finds nearly as likely as the likeliest; of equally urgent ones the likelier. */
function mostUrgent(shareOf: (tier: Tier) => number): Tier {
	const least = NEARLY * Math.max(...tiers.map(shareOf));
	const before = (one: Tier, other: Tier) => URGENCY[other] - URGENCY[one] || shareOf(other) - shareOf(one);
	const [first = 'emergency'] = tiers.filter((tier) => shareOf(tier) >= least).sort(before);
	return first;
}
