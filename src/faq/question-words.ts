import { stemmer } from 'stemmer';
import { plainWordsOf } from './read-question.ts';
import { meaningOf } from './words.ts';

/** The words of a question that carry its meaning, in one form each: “probiotics” and “probiotic” are one. */
export function questionWords(text: string): string[] {
	return [
		...new Set(
			plainWordsOf(text)
				.flatMap((word) => meaningOf(word) ?? [])
				.map(stemmer),
		),
	];
}
