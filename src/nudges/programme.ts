import { z } from 'zod';
import { nudge } from './catalogue.ts';
import type { Topic } from './topic.ts';

/** Every programme lasts two weeks. */
export const PROGRAMME_DAYS = 14;

const words = z.string().trim().min(1).max(200);

/** Two weeks in order, one step a day: where it begins, where it turns, and an end that asks what next. */
export const programme = z.strictObject({
	title: z.string().trim().min(1).max(60),
	about: words,
	days: z.array(nudge).length(PROGRAMME_DAYS),
	/** Said beside the first, the eighth and the last day. */
	start: words,
	middle: words,
	end: words,
});

export type Programme = Readonly<z.infer<typeof programme>>;
export type Programmes = Readonly<Record<Topic, Programme>>;

/** What is said when that many days had come before, if anything. */
export function wordsAt({ start, middle, end }: Programme, step: number): string | undefined {
	if (step === 0) return start;
	if (step === PROGRAMME_DAYS / 2) return middle;
	return step === PROGRAMME_DAYS - 1 ? end : undefined;
}
