import type { Phrase, Step } from './pattern.ts';

/** Tokens of one message; `.` ends a sentence, `,` is a pause. */
export type Tokens = readonly string[];

/** Which tokens a phrase was found on, in order. */
export type Found = readonly number[];

const oneself = new Set(['i', 'me', 'my', 'myself']);

/** Finds the phrase with its first word at `start`, each later word at the nearest place its gap allows. */
export function findAt(phrase: Phrase, tokens: Tokens, start: number): Found | undefined {
	const head = phrase[0];
	return head !== undefined && fits(head, tokens[start])
		? findRest(phrase, 1, tokens, start + 1, [start])
		: undefined;
}

function findRest(phrase: Phrase, at: number, tokens: Tokens, from: number, found: Found): Found | undefined {
	const step = phrase[at];
	if (step === undefined) {
		return found;
	}
	let skipped = 0;
	for (let here = from; here < tokens.length && skipped <= step.gap; here++) {
		const token = tokens[here] ?? '.';
		if (fits(step, token)) {
			const whole = findRest(phrase, at + 1, tokens, here + 1, [...found, here]);
			if (whole !== undefined) {
				return whole;
			}
		}
		if (token === '.' || (oneself.has(token) && !step.changesPerson)) {
			break;
		}
		if (token !== ',') {
			skipped++;
		}
	}
	return step.optional ? findRest(phrase, at + 1, tokens, from, found) : undefined;
}

function fits(step: Step, token: string | undefined): boolean {
	return token !== undefined && (step.words.has(token) || step.stems.some((stem) => token.startsWith(stem)));
}
