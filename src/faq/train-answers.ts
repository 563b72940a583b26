import { createVectorizer } from '../core/linear/sparse-vector.ts';
import { type Example, trainModel } from '../core/linear/train-model.ts';
import { conceptWords } from './concepts.ts';
import type { Entry } from './entry.ts';
import { describeWith, type Learnt } from './learnt.ts';
import { NOTHING } from './rank.ts';
import { plainWordsOf } from './read-question.ts';
import { shipPhrases } from './shipped-phrases.ts';
import type { Vocabulary } from './spelling.ts';

/** What the classifier learns from: every way to ask for each entry, and lines that no entry answers. */
function answerExamples(entries: readonly Entry[], offTopic: readonly string[]): Example[] {
	return [
		...entries.flatMap(({ id, title, aliases, phrasings }) =>
			[title, ...aliases, ...phrasings].map((text) => ({ text, label: id })),
		),
		...offTopic.map((text) => ({ text, label: NOTHING })),
	];
}

/** Trains what tells the entries apart, and from everything else. */
export function trainAnswers(entries: readonly Entry[], offTopic: readonly string[]): Learnt {
	const vocabulary = learnWords(entries, offTopic);
	const model = trainModel(answerExamples(entries, offTopic), {
		labels: [...entries.map(({ id }) => id), NOTHING],
		describe: describeWith(vocabulary),
		bits: 15,
		epochs: 15,
		rate: 4,
		decay: 1e-5,
	});
	const vectorOf = createVectorizer(describeWith(vocabulary), model.bits, model.worth);
	return { model, vocabulary, phrases: shipPhrases(entries, vectorOf) };
}

/**
 * Words of the entries themselves, of the concepts and of off-topic lines are known; a word of the phrasings only when two
 * of them have it, because people misspell there on purpose. Slips are repaired towards entries and concepts.
 */
function learnWords(entries: readonly Entry[], offTopic: readonly string[]): Vocabulary {
	const linesWith = new Map<string, number>();
	for (const { aliases, phrasings } of entries)
		for (const text of [...aliases, ...phrasings])
			for (const word of new Set(plainWordsOf(text))) linesWith.set(word, (linesWith.get(word) ?? 0) + 1);
	const commonFirst = (one: string, other: string) =>
		(linesWith.get(other) ?? 0) - (linesWith.get(one) ?? 0) || (one < other ? -1 : 1);
	const own = entries.flatMap(({ title, answer }) => [title, answer]).flatMap(plainWordsOf);
	const targets = new Set([...new Set([...own, ...conceptWords])].sort(commonFirst));
	const known = new Set([...targets, ...offTopic.flatMap(plainWordsOf)]);
	for (const [word, lines] of linesWith) if (lines > 1) known.add(word);
	return { known, targets };
}
