import { sentencesOf } from './sentences.ts';

/** The school grade that an answer may ask for: readers of 13 are in the eighth. */
export const GRADE_LIMIT = 8;

/** What the subject cannot do without, and members read here every day: counted as words of two syllables. */
const NEEDED_TERMS = new Set(
	(
		'antibiotic antibiotics bacteria circadian connection digestion digestive eczema emergency epithelial ' +
		'fermented gastrointestinal hormonal immune inflammation inflammatory irritable kimchi kombucha ' +
		'microbe microbes microbiome microbiomes prebiotic prebiotics probiotic probiotics provider psoriasis ' +
		'rosacea sauerkraut supplement supplements asparagus radishes oatmeal'
	).split(' '),
);

/** The Flesch–Kincaid grade of a text: years of (US) schooling a reader needs. 0 for a text without words. */
export function readingGrade(text: string): number {
	const sentences = sentencesOf(text);
	const words = sentences.flatMap((sentence) => sentence.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? []);
	if (words.length === 0) return 0;
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Counts groups of vowels, less the endings that are written but not spoken. Right for about nine words in ten. */
function syllablesOf(word: string): number {
	if (NEEDED_TERMS.has(word)) return 2;
	const spoken = word
		.replace(/['’]s?$/u, '')
		.replace(/(?<=[^aeiouytd])ed$/u, '')
		.replace(/(?<=[^aeiouycgsxzhl]|[aeiouy]l|[^cs]h)es$/u, '')
		.replace(/(?<=[^aeiouyl]|[aeiouy]l)e$/u, '');
	return Math.max(1, spoken.match(/[aeiouy]+/gu)?.length ?? 1);
}
