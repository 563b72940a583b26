import { sentencesOf } from './sentences.ts';
import { WORDING_RULES, type WordingKind, type WordingRule } from './wording-rules.ts';

/** Banned wording in a text: what was found, as written, and how to put it instead. */
export interface WordingProblem {
	kind: WordingKind;
	found: string;
	message: string;
}

const ADVICE: Record<WordingKind, string> = {
	diagnosis: 'reads as a diagnosis; say what such signs can go along with and who can find out',
	cure: 'reads as a promise of cure; say that it may help, or is linked with',
	promise: 'promises a result; say that it may help',
	'stop-treatment': 'reads as advice to stop or change a treatment; send members to whoever prescribed it',
	dose: 'names a dose; leave amounts to a provider',
};

/** Finds what no answer may say: a diagnosis, a promise of cure or result, advice to stop a treatment, a dose. */
export function checkWording(text: string): WordingProblem[] {
	return sentencesOf(text.replaceAll('’', "'")).flatMap((sentence) =>
		WORDING_RULES.flatMap((rule) =>
			bannedIn(sentence, rule).map((found) => ({
				kind: rule.kind,
				found,
				message: `"${found}" ${ADVICE[rule.kind]}`,
			})),
		),
	);
}

function bannedIn(sentence: string, { banned, allowedAfter, alsoInQuestions }: WordingRule): string[] {
	if (sentence.endsWith('?') && alsoInQuestions !== true) return [];
	return [...sentence.matchAll(banned)]
		.filter(({ index }) => allowedAfter?.test(clauseBefore(sentence, index)) !== true)
		.map(([found]) => found.trim());
}

/** What precedes a place within its clause: a negation or an "if" does not reach across a comma or a "but". */
function clauseBefore(sentence: string, index: number): string {
	return (
		sentence
			.slice(0, index)
			.split(/[,;:()–—]|\bbut\b/i)
			.at(-1) ?? ''
	);
}
