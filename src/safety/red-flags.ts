import { lookAlikeWords, readSurroundings } from './context.ts';
import { normalise } from './normalise.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { wordsOf } from './pattern.ts';
import { createPatternIndex } from './pattern-index.ts';
import { allRules } from './rules/all-rules.ts';
import { type Context, type Tier, tiers } from './rules/rule.ts';
import { plainWords } from './slang.ts';
import { createSpeller } from './spelling.ts';

export type RedFlag = { readonly tier: Tier; readonly rule: string };

const ruleOf = allRules.flatMap((rule) => rule.says.map(() => rule));
const flags = createPatternIndex(allRules.flatMap(({ says }) => says));
const allContexts: readonly Context[] = ['look-alike', 'negation', 'past'];
const spell = createSpeller({
	known: new Set([...flags.words, ...lookAlikeWords, ...ordinaryWords, ...plainWords.keys()]),
	targets: wordsOf('distinctive'),
});

/**
 * Looks for signs that someone needs care before coaching; of several, the most urgent.
 *
 * Pure and bounded in time. When in doubt it speaks up.
 */
export function checkRedFlags(text: string): RedFlag | undefined {
	const tokens = normalise(text, spell);
	const surroundings = readSurroundings(tokens);
	const holding = flags.find(tokens, (found, pattern) => {
		const contexts = ruleOf[pattern]?.liftedBy ?? allContexts;
		return !contexts.some((context) => surroundings.lift(context, found));
	});
	const raised = [...holding].flatMap((pattern) => ruleOf[pattern] ?? []);
	const rule = tiers.flatMap((tier) => raised.find((candidate) => candidate.tier === tier) ?? [])[0];
	return rule && { tier: rule.tier, rule: rule.name };
}
