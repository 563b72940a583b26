import type { Phrase, Step } from './pattern.ts';

/** Tokens of one message; `.` ends a sentence, `,` is a pause. */
export type Tokens = readonly string[];

/** Which tokens a phrase was found on, in order. */
export type Found = readonly [first: number, ...rest: number[]];

const oneself = new Set(['i', 'me', 'my', 'myself']);

/** Finds the phrase with its first word at `start`, each later word at the nearest place its gap allows. */
export function findAt(phrase: Phrase, tokens: Tokens, start: number): Found | undefined {
	const [head, ...rest] = phrase;
	if (head === undefined || !fits(head, tokens[start])) {
		return undefined;
	}
	const tail = findRest(rest, tokens, start + 1);
	return tail && [start, ...tail];
}

function findRest(steps: Phrase, tokens: Tokens, from: number): number[] | undefined {
	const [step, ...rest] = steps;
	if (step === undefined) {
		return [];
	}
	let skipped = 0;
	for (let at = from; at < tokens.length && skipped <= step.gap; at++) {
		const token = tokens[at] ?? '.';
		if (fits(step, token)) {
			const tail = findRest(rest, tokens, at + 1);
			if (tail !== undefined) {
				return [at, ...tail];
			}
		}
		if (token === '.' || (oneself.has(token) && !step.changesPerson)) {
			break;
		}
		if (token !== ',') {
			skipped++;
		}
	}
	return step.optional ? findRest(rest, tokens, from) : undefined;
}

export function fits(step: Step, token: string | undefined): boolean {
	return token !== undefined && (step.words.has(token) || step.stems.some((stem) => token.startsWith(stem)));
}
