import type { InboxQuestion } from './inbox.ts';

/** Questions of the inbox that say the same thing. */
export interface QuestionGroup {
	/** Of the question that was sent most. */
	readonly id: string;
	readonly text: string;
	/** How often all of them were sent together. */
	readonly times: number;
	/** Every question in it, the first one too. */
	readonly members: readonly { readonly id: string; readonly text: string }[];
}

/** How much of their words two questions must share to say the same. */
const ALIKE = 0.7;

/**
 * Puts together questions that say the same, most asked first.
 *
 * @param wordsOf the words of a question that carry its meaning, in one form each.
 */
export function groupQuestions(
	questions: ReadonlyMap<string, InboxQuestion>,
	wordsOf: (text: string) => readonly string[],
): QuestionGroup[] {
	const sorted = [...questions]
		.map(([id, question]) => ({ id, ...question, words: new Set(wordsOf(question.text)) }))
		.sort((one, other) => other.times - one.times || one.at - other.at || (one.id < other.id ? -1 : 1));
	const groups: { lead: (typeof sorted)[number]; members: typeof sorted }[] = [];
	for (const question of sorted) {
		// Compared with the first of each group alone, so that a chain of small differences does not join what differs.
		const group = groups.find(({ lead }) => likeness(lead.words, question.words) >= ALIKE);
		if (group) group.members.push(question);
		else groups.push({ lead: question, members: [question] });
	}
	return groups
		.map(({ lead, members }) => ({
			id: lead.id,
			text: lead.text,
			times: members.reduce((sum, { times }) => sum + times, 0),
			members: members.map(({ id, text }) => ({ id, text })),
		}))
		.sort((one, other) => other.times - one.times);
}

/** The share of words that two sets have in common, of those in either. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	if (one.size === 0 || other.size === 0) return 0;
	const common = [...one].filter((word) => other.has(word)).length;
	return common / (one.size + other.size - common);
}
