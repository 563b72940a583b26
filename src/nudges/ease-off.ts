/** How often a topic's nudge comes, given how many in a row were left without an answer. */
export type Rhythm = 'daily' | 'every other day' | 'weekly' | 'resting';

/** Nudges in a row without an answer from which they come every other day. */
export const EVERY_OTHER_DAY_FROM = 7;
/** From which they come weekly, and ask whether to go on. */
export const WEEKLY_FROM = 14;
/** After which one last message says that they rest. */
export const REST_AFTER = 30;

/** Days from one nudge to the next. */
const DAYS_APART = { daily: 1, 'every other day': 2, weekly: 7 } as const;

export function rhythmAfter(unanswered: number): Rhythm {
	if (unanswered > REST_AFTER) return 'resting';
	if (unanswered >= WEEKLY_FROM) return 'weekly';
	return unanswered >= EVERY_OTHER_DAY_FROM ? 'every other day' : 'daily';
}

/** Days from the last nudge to the next, or `undefined` when none comes any more. */
export function daysApart(unanswered: number): number | undefined {
	const rhythm = rhythmAfter(unanswered);
	return rhythm === 'resting' ? undefined : DAYS_APART[rhythm];
}
