import type { Habit, HabitHistory, HabitMark } from './habit.ts';
import { strengthByDay } from './strength.ts';

/** Weeks that a picture of a habit shows: half a year. */
export const SHOWN_WEEKS = 26;

/** How much it takes to call a trend one. */
const NOTICEABLE = 0.03;
const TREND_DAYS = 28;

/** Of the days on which something came: those that were done. */
export interface Count {
	readonly done: number;
	readonly came: number;
}

/** How a habit goes, as of one day. */
export interface HabitProgress {
	readonly topic: string;
	readonly label: string;
	readonly history: HabitHistory;
	/** Days that wait for an answer. */
	readonly open: readonly number[];
	/** Between 0 and 1. */
	readonly strength: number;
	/** The strength at the end of each day from the first one with a mark, within half a year, to today. */
	readonly byDay: readonly number[];
	/** Against four weeks ago; `new` for what began since. */
	readonly trend: 'new' | 'rising' | 'steady' | 'easing';
	/** The last seven days on which something came. */
	readonly lastSeven: Count;
	readonly week: Count;
	readonly fourWeeks: Count;
	readonly month: Count;
	/** As far back as marks are kept. */
	readonly all: Count;
	/** Days done since the last one missed; *Not today* and days on which nothing came do not count against it. */
	readonly run: number;
}

/** Looks at a habit on `today`, a local date in days since 1970-01-01. */
export function progressOf({ topic, label, history, open = [] }: Habit, today: number): HabitProgress {
	const first = Math.max(Math.min(today, ...history.keys()), today - SHOWN_WEEKS * 7 + 1);
	const byDay = strengthByDay(history, first, today);
	const strength = byDay.at(-1) ?? 0;
	const newestFirst = [...history].filter(([day]) => day <= today).sort(([a], [b]) => b - a);
	const countSince = (first: number) => count(newestFirst.filter(([day]) => day >= first));
	return {
		topic,
		label,
		history,
		open,
		strength,
		byDay,
		trend: trendOf(strength, byDay.at(-1 - TREND_DAYS)),
		lastSeven: count(newestFirst.slice(0, 7)),
		week: countSince(today - 6),
		fourWeeks: countSince(today - TREND_DAYS + 1),
		month: countSince(today - 29),
		all: count(newestFirst),
		run: runOf(newestFirst),
	};
}

function trendOf(now: number, before: number | undefined): HabitProgress['trend'] {
	if (before === undefined) return 'new';
	if (now - before > NOTICEABLE) return 'rising';
	return before - now > NOTICEABLE ? 'easing' : 'steady';
}

type Marked = readonly [day: number, mark: HabitMark];

function count(marked: readonly Marked[]): Count {
	return { done: marked.filter(([, mark]) => mark === 'done').length, came: marked.length };
}

function runOf(newestFirst: readonly Marked[]): number {
	const end = newestFirst.findIndex(([, mark]) => mark === 'missed');
	return count(newestFirst.slice(0, end < 0 ? undefined : end)).done;
}
