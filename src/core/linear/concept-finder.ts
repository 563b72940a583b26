import { stemmer } from 'stemmer';

/** Tells which concepts a text speaks of, given its words as stems in order. */
export type ConceptFinder = (stems: readonly string[]) => ReadonlySet<string>;

/**
 * Makes a finder from lines like `belly: gut tummy digestive_tract`: a concept and the words for it. A word may stand under
 * several concepts; words joined by `_` count only side by side, three at most.
 */
export function createConceptFinder(lines: readonly string[]): ConceptFinder {
	const byWord = new Map<string, string[]>();
	/** First words of those that are more than one, so that most places are looked up once. */
	const begins = new Set<string>();
	for (const line of lines) {
		const [name = '', words = ''] = line.split(': ');
		for (const word of words.split(/\s+/)) {
			const stems = word.split('_').map(stemmer);
			const key = stems.join(' ');
			if (stems.length > 1) begins.add(stems[0] ?? '');
			const concepts = byWord.get(key) ?? [];
			if (!concepts.includes(name)) byWord.set(key, [...concepts, name]);
		}
	}
	return (stems) => {
		const found = new Set<string>();
		const note = (key: string) => {
			for (const concept of byWord.get(key) ?? []) found.add(concept);
		};
		for (const [at, stem] of stems.entries()) {
			note(stem);
			if (!begins.has(stem)) continue;
			const next = stems[at + 1];
			if (next === undefined) continue;
			note(`${stem} ${next}`);
			note(`${stem} ${next} ${stems[at + 2] ?? ''}`);
		}
		return found;
	};
}
