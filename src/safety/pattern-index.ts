import { type Found, findAt, type Tokens } from './match.ts';
import { type Phrase, readPattern } from './pattern.ts';

type Entry = { readonly phrase: Phrase; readonly id: number; readonly pattern: number };

/** Finds many patterns in one pass: only phrases whose first word occurs are tried. */
export type PatternIndex = {
	/** The patterns that hold, by their place in the list given; `counts` may refuse a place where a phrase was found. */
	find(tokens: Tokens, counts?: (found: Found, pattern: number) => boolean): ReadonlySet<number>;
	/** Every place where a phrase of any pattern was found. */
	places(tokens: Tokens): readonly Found[];
	/** Every whole word the patterns name. */
	readonly words: ReadonlySet<string>;
};

export function createPatternIndex(patterns: readonly string[]): PatternIndex {
	const byWord = new Map<string, Entry[]>();
	const byStem = new Map<string, Entry[]>();
	const words = new Set<string>();
	const phraseCounts: number[] = [];
	let ids = 0;
	for (const [pattern, source] of patterns.entries()) {
		const phrases = readPattern(source);
		phraseCounts.push(phrases.length);
		for (const phrase of phrases) {
			const entry = { phrase, id: ids++, pattern };
			addAll(byWord, phrase[0]?.words ?? [], entry);
			addAll(byStem, phrase[0]?.stems ?? [], entry);
			for (const word of phrase.flatMap((step) => [...step.words])) {
				words.add(word);
			}
		}
	}
	const stems = [...byStem];

	function startingWith(token: string): readonly Entry[] {
		const whole = byWord.get(token) ?? [];
		const stemmed = stems.filter(([stem]) => token.startsWith(stem));
		return stemmed.length === 0 ? whole : [...whole, ...stemmed.flatMap(([, entries]) => entries)];
	}

	function find(tokens: Tokens, counts: (found: Found, pattern: number) => boolean = () => true) {
		const missing = [...phraseCounts];
		const seen = new Set<number>();
		const holding = new Set<number>();
		for (const [at, token] of tokens.entries()) {
			for (const { phrase, id, pattern } of startingWith(token)) {
				const found = seen.has(id) ? undefined : findAt(phrase, tokens, at);
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
	}

	function places(tokens: Tokens) {
		return tokens.flatMap((token, at) =>
			startingWith(token).flatMap(({ phrase }) => {
				const found = findAt(phrase, tokens, at);
				return found === undefined ? [] : [found];
			}),
		);
	}

	return { find, places, words };
}

function addAll(map: Map<string, Entry[]>, keys: Iterable<string>, entry: Entry): void {
	for (const key of keys) {
		const entries = map.get(key);
		if (entries === undefined) {
			map.set(key, [entry]);
		} else {
			entries.push(entry);
		}
	}
}
