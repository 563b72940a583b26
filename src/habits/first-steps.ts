import { z } from 'zod';

/** What one can begin with, in the order that decides between equals. */
export const BEGINNINGS = ['sleep', 'stress', 'diet'] as const;

export type Beginning = (typeof BEGINNINGS)[number];

/** Discord shows at most 80 characters on a button. */
const LONGEST_LABEL = 80;
const TAPS = 6;

const line = z.string().trim().min(1).max(300);
const option = z.strictObject({
	label: z.string().trim().min(1).max(LONGEST_LABEL),
	/** How much room for a change there is: none, some, much. */
	weight: z.int().min(0).max(2),
});

/** The questions and what is said at the end. */
export const firstSteps = z.strictObject({
	questions: z
		.array(z.strictObject({ topic: z.enum(BEGINNINGS), text: line, options: z.array(option).min(2).max(5) }))
		.length(TAPS),
	why: z.strictObject({ sleep: line, stress: line, diet: line }),
	/** For those whose answers leave no room. */
	steady: line,
});

export type FirstSteps = z.infer<typeof firstSteps>;

/** Where to begin, and why. */
export interface Suggestion {
	topic: Beginning;
	why: string;
}

/** Adds up the answers (the place of the chosen option for each question): the subject with the most room comes first. */
export function suggestBeginning(
	{ questions, why, steady }: FirstSteps,
	answers: readonly number[],
): Suggestion {
	const room = { sleep: 0, stress: 0, diet: 0 };
	for (const [index, { topic, options }] of questions.entries())
		room[topic] += options[answers[index] ?? 0]?.weight ?? 0;
	const topic = BEGINNINGS.reduce((best, other) => (room[other] > room[best] ? other : best));
	return { topic, why: room[topic] === 0 ? steady : why[topic] };
}
