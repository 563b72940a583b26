import type { Entry } from '../../src/faq/entry.ts';
import type { Learnt } from '../../src/faq/learnt.ts';
import { trainAnswers } from '../../src/faq/train-answers.ts';

const OFF_TOPIC = [
	'who won the match yesterday',
	'how do i fix the brakes of my bicycle',
	'what is the capital of france',
	'write me a poem about the sea',
];

/** What is learnt from these entries and a little of what they do not answer. */
export function learntFrom(entries: readonly Entry[]): Learnt {
	return trainAnswers(entries, OFF_TOPIC);
}
