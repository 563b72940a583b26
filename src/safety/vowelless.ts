/** Gives the word that was typed without its vowels (`swlln`), or nothing for any other. */
export type VowelFinder = (word: string) => string | undefined;

/** Two consonants fit too many words. */
const SHORTEST = 3;

/** Makes a finder of these words. Where several have the same consonants the first is taken, so the dangerous ones come first. */
export function createVowelFinder(words: Iterable<string>): VowelFinder {
	const byConsonants = new Map<string, string>();
	for (const word of words) {
		const consonants = withoutVowels(word);
		if (consonants.length < SHORTEST || consonants === word || byConsonants.has(consonants)) continue;
		byConsonants.set(consonants, word);
	}
	return (word) => byConsonants.get(word);
}

function withoutVowels(word: string): string {
	return word.replace(/[aeiou]/g, '');
}
