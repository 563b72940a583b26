import type { EntryId } from '../core/entry-texts.ts';
import { inTurns } from '../core/in-turns.ts';
import type { Catalogue } from './catalogue.ts';
import { findAnswer } from './find-answer.ts';

/** A question whose answer a change would move. */
export interface Moved {
	readonly question: string;
	/** The first entry that is answered or offered; undefined for none. */
	readonly before: EntryId | undefined;
	readonly after: EntryId | undefined;
}

/** Questions asked before others have their turn: some milliseconds. */
const A_TURN = 4;

/** Asks questions before and after a change, and tells which would land on another entry. */
export async function rehearse(
	before: Catalogue,
	after: Catalogue,
	questions: readonly string[],
): Promise<Moved[]> {
	await Promise.all([before.prepare(), after.prepare()]);
	const asked = await inTurns([...new Set(questions)], A_TURN, (question) => ({
		question,
		before: landsOn(before, question),
		after: landsOn(after, question),
	}));
	return asked.filter((each) => each.before !== each.after);
}

/** The entry that a question is answered with, or that is offered first. */
export function landsOn(catalogue: Catalogue, question: string): EntryId | undefined {
	const found = findAnswer(catalogue, question);
	switch (found.band) {
		case 'answer':
			return found.entry.id;
		case 'suggest':
			return found.candidates[0]?.id;
		case 'none':
			return undefined;
	}
}
