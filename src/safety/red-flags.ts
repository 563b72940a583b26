import { isNegated, isPast } from './context.ts';
import type { Found, Tokens } from './match.ts';
import { normalise } from './normalise.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { wordsOf } from './pattern.ts';
import { createPatternIndex } from './pattern-index.ts';
import { allRules } from './rules/all-rules.ts';
import { idioms } from './rules/idioms.ts';
import { type Context, type RedFlagRule, type Tier, tiers } from './rules/rule.ts';
import { plainWords } from './slang.ts';
import { createSpeller } from './spelling.ts';

export type RedFlag = { readonly tier: Tier; readonly rule: string };

const ruleOf = allRules.flatMap((rule) => rule.says.map(() => rule));
const flags = createPatternIndex(allRules.flatMap(({ says }) => says));
const lookAlikeOf = allRules.flatMap((rule) => (rule.unless ?? []).map(() => rule));
const lookAlikes = createPatternIndex(allRules.flatMap(({ unless }) => unless ?? []));
const idiomPhrases = createPatternIndex(idioms);
const spell = createSpeller({
	known: new Set([...flags.words, ...lookAlikes.words, ...idiomPhrases.words, ...ordinaryWords, ...Object.keys(plainWords)]),
	targets: wordsOf('distinctive'),
});
const allContexts: readonly Context[] = ['idiom', 'negation', 'past'];

/**
 * Looks for signs that someone needs care before coaching; of several, the most urgent.
 *
 * Pure and bounded in time. When in doubt it speaks up.
 */
export function checkRedFlags(text: string): RedFlag | undefined {
	const tokens = normalise(text, spell);
	const idle = idiomTokens(tokens);
	const holding = flags.find(tokens, (found, pattern) => !isLifted(ruleOf[pattern], tokens, found, idle));
	if (holding.size === 0) {
		return undefined;
	}
	const excused = new Set([...lookAlikes.find(tokens, () => true)].map((pattern) => lookAlikeOf[pattern]));
	const raised = [...holding].flatMap((pattern) => ruleOf[pattern] ?? []).filter((rule) => !excused.has(rule));
	const rule = tiers.flatMap((tier) => raised.find((candidate) => candidate.tier === tier) ?? [])[0];
	return rule && { tier: rule.tier, rule: rule.name };
}

function isLifted(rule: RedFlagRule | undefined, tokens: Tokens, found: Found, idle: ReadonlySet<number>): boolean {
	return (rule?.liftedBy ?? allContexts).some((context) => {
		switch (context) {
			case 'idiom':
				return found.some((at) => idle.has(at));
			case 'negation':
				return isNegated(tokens, found);
			case 'past':
				return isPast(tokens, found);
		}
		return false;
	});
}

function idiomTokens(tokens: Tokens): ReadonlySet<number> {
	const idle = new Set<number>();
	idiomPhrases.find(tokens, (found) => {
		for (const at of found) {
			idle.add(at);
		}
		// Refused, so that the same idiom is looked for further on too.
		return false;
	});
	return idle;
}
