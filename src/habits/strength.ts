import type { HabitHistory, HabitMark } from './habit.ts';

/** Marked days after which a way to full strength, or to none, is half gone. */
const HALF_WAY = 13;

/** How much of the way one day goes. */
const STEP = 1 - 0.5 ** (1 / HALF_WAY);

/** Where a mark pulls to. */
const AIM: Readonly<Record<HabitMark, number | undefined>> = { done: 1, 'not-today': undefined, missed: 0 };

/**
 * How firm a habit is at the end of each day from `from` to `to`, both included: between 0 and 1.
 *
 * The idea is that of the Loop Habit Tracker: a moving average that weighs recent days more, so that one bad day dents
 * what weeks have built rather than wiping it out. A day that was done goes a twentieth of what is left of the way to 1,
 * a missed day a twentieth of the way back to 0: thirteen in a row go half the way, sixty-six nearly all of it. *Not
 * today* and days on which nothing came, as in a pause, leave it as it is. Marks before `from` count, too.
 */
export function strengthByDay(history: HabitHistory, from: number, to: number): readonly number[] {
	const byDay: number[] = [];
	let strength = 0;
	for (let day = Math.min(from, ...history.keys()); day <= to; day += 1) {
		const mark = history.get(day);
		const aim = mark && AIM[mark];
		if (aim !== undefined) strength += (aim - strength) * STEP;
		if (day >= from) byDay.push(strength);
	}
	return byDay;
}
