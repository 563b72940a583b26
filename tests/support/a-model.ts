import type { LinearModel } from '../../src/core/linear/linear-model.ts';
import type { Entry } from '../../src/faq/entry.ts';
import { trainAnswers } from '../../src/faq/train-answers.ts';

const OFF_TOPIC = [
	'who won the match yesterday',
	'how do i fix the brakes of my bicycle',
	'what is the capital of france',
	'write me a poem about the sea',
];

/** A classifier that has learnt these entries and a little of what they do not answer. */
export function aModel(entries: readonly Entry[]): LinearModel {
	return trainAnswers(entries, OFF_TOPIC);
}
