import { z } from 'zod';
import type { LocalDay } from './local-day.ts';

/** What the evidence says about how long it takes, said to a member in that week. */
export const expectation = z.strictObject({
	week: z.number().int().min(1),
	text: z.string().trim().min(1).max(200),
	faq: z.string(),
});

export type Expectation = Readonly<z.infer<typeof expectation>>;

/** The weeks in which something is said. */
export const EXPECTATION_WEEKS = [4, 10, 26];

/**
 * Finds what is to be said today: on the first day with a nudge once that many weeks have passed.
 *
 * @param previous the last day with a nudge before today.
 */
export function expectationOn(
	expectations: readonly Expectation[],
	since: LocalDay,
	previous: LocalDay | undefined,
	today: LocalDay,
): Expectation | undefined {
	return expectations.findLast(({ week }) => {
		const day = since + week * 7;
		return day <= today && (previous ?? since) < day;
	});
}
