import { type Found, findAt, type Tokens } from './match.ts';
import { type Phrase, readPattern } from './pattern.ts';

type Entry = { readonly phrase: Phrase; readonly id: number };

/** Finds many patterns in one pass: only phrases whose first word occurs are tried. */
export type PatternIndex = {
	/** The patterns that hold, by their place in the list given; `counts` may refuse a place where a phrase was found. */
	find(tokens: Tokens, counts: (found: Found, pattern: number) => boolean): ReadonlySet<number>;
	/** Every whole word the patterns name. */
	readonly words: ReadonlySet<string>;
};

export function createPatternIndex(patterns: readonly string[]): PatternIndex {
	const byWord = new Map<string, Entry[]>();
	const byStem: { stem: string; entry: Entry }[] = [];
	const words = new Set<string>();
	const needed = patterns.map((pattern) => readPattern(pattern));
	const owners: number[] = [];
	for (const [pattern, phrases] of needed.entries()) {
		for (const phrase of phrases) {
			const entry = { phrase, id: owners.push(pattern) - 1 };
			for (const word of phrase[0]?.words ?? []) {
				byWord.set(word, [...(byWord.get(word) ?? []), entry]);
			}
			for (const stem of phrase[0]?.stems ?? []) {
				byStem.push({ stem, entry });
			}
			for (const word of phrase.flatMap((step) => [...step.words])) {
				words.add(word);
			}
		}
	}

	function entriesFor(token: string): readonly Entry[] {
		const stemmed = byStem.filter(({ stem }) => token.startsWith(stem)).map(({ entry }) => entry);
		return [...(byWord.get(token) ?? []), ...stemmed];
	}

	return {
		words,
		find(tokens, counts) {
			const missing = needed.map((phrases) => phrases.length);
			const seen = new Set<number>();
			const holding = new Set<number>();
			for (const [at, token] of tokens.entries()) {
				for (const { phrase, id } of entriesFor(token)) {
					const pattern = owners[id] ?? -1;
					if (seen.has(id)) {
						continue;
					}
					const found = findAt(phrase, tokens, at);
					if (found !== undefined && counts(found, pattern)) {
						seen.add(id);
						missing[pattern] = (missing[pattern] ?? 1) - 1;
						if (missing[pattern] === 0) {
							holding.add(pattern);
						}
					}
				}
			}
			return holding;
		},
	};
}
