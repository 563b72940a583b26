import type { Habit, HabitMark } from '../../src/habits/habit.ts';

/** Sunday, 2026-11-22, in days since 1970-01-01. */
export const TODAY = 20_779;

const LETTERS: Readonly<Record<string, HabitMark | undefined>> = { d: 'done', n: 'not-today', m: 'missed' };

/** A habit whose last days are written a letter each: done, not today, missed, open; anything else brought nothing. */
export function aHabit(days: string, changes: Partial<Habit> = {}): Habit {
	const dayOf = (index: number) => TODAY - days.length + 1 + index;
	const open = [...days].flatMap((letter, index) => (letter === 'o' ? [dayOf(index)] : []));
	const history = new Map(
		[...days].flatMap((letter, index): [number, HabitMark][] => {
			const mark = LETTERS[letter];
			return mark === undefined ? [] : [[dayOf(index), mark]];
		}),
	);
	return { topic: 'sleep', label: 'Sleep', history, open, ...changes };
}
