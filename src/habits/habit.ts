/** What came of a day: done, put off with a tap, or left without one. */
export type HabitMark = 'done' | 'not-today' | 'missed';

/** Marks by local date, in days since 1970-01-01. Days on which nothing came have none. */
export type HabitHistory = ReadonlyMap<number, HabitMark>;

/** What somebody keeps at, and how it went. */
export interface Habit {
	/** Names it among a member's habits. */
	readonly topic: string;
	/** In words for the member, such as `Sleep`. */
	readonly label: string;
	readonly history: HabitHistory;
	/** Days that wait for an answer and count for nothing until then. */
	readonly open?: readonly number[];
}

/** The kinder mark first. */
const KINDNESS: readonly HabitMark[] = ['done', 'not-today', 'missed'];

/**
 * Makes one habit of those that share a topic, such as one in direct messages and one in a channel. Where both have a
 * mark for a date, the kinder one counts. The first one’s label stays.
 */
export function joinHabits(habits: readonly Habit[]): readonly Habit[] {
	const joined = new Map<string, Habit>();
	for (const habit of habits) {
		const other = joined.get(habit.topic);
		joined.set(habit.topic, other ? joinTwo(other, habit) : habit);
	}
	return [...joined.values()];
}

function joinTwo(one: Habit, other: Habit): Habit {
	const history = joinHistories(one.history, other.history);
	const open = [...new Set([...(one.open ?? []), ...(other.open ?? [])])].filter((day) => !history.has(day));
	return { ...one, history, open };
}

function joinHistories(one: HabitHistory, other: HabitHistory): HabitHistory {
	const joined = new Map(one);
	for (const [day, mark] of other) {
		const before = joined.get(day);
		joined.set(day, KINDNESS.find((each) => each === mark || each === before) ?? mark);
	}
	return joined;
}
