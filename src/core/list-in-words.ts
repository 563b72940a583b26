const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Joins words as a sentence would: “sleep, stress and diet”. */
export function listInWords(words: readonly string[]): string {
	return LIST.format(words);
}
