import type { LinearModel } from '../core/linear/linear-model.ts';
import { type Example, trainModel } from '../core/linear/train-model.ts';
import type { Entry } from './entry.ts';
import { describeQuestion } from './question-features.ts';
import { NOTHING } from './rank.ts';

/** What the classifier learns from: every way to ask for each entry, and lines that no entry answers. */
export function answerExamples(entries: readonly Entry[], offTopic: readonly string[]): Example[] {
	return [
		...entries.flatMap(({ id, title, aliases, phrasings }) =>
			[title, ...aliases, ...phrasings].map((text) => ({ text, label: id })),
		),
		...offTopic.map((text) => ({ text, label: NOTHING })),
	];
}

/** Trains what tells the entries apart, and from everything else. */
export function trainAnswers(entries: readonly Entry[], offTopic: readonly string[]): LinearModel {
	return trainModel(answerExamples(entries, offTopic), {
		labels: [...entries.map(({ id }) => id), NOTHING],
		describe: describeQuestion,
		bits: 15,
		epochs: 15,
		rate: 4,
		decay: 1e-5,
	});
}
