import type { SKRSContext2D } from '@napi-rs/canvas';
import type { HabitMark } from './habit.ts';
import { COLOURS, font, shortMonth } from './picture-style.ts';
import { type HabitProgress, SHOWN_WEEKS } from './progress.ts';

const PITCH = 22;
const SQUARE = 17;
const MONTHS_HEIGHT = 26;
/** Pixels left of a calendar in which the weekdays stand. */
const WEEKDAYS_WIDTH = 9;
const WEEKDAYS = ['M', '', 'W', '', 'F', '', 'S'];

export const CALENDAR_WIDTH = SHOWN_WEEKS * PITCH - (PITCH - SQUARE);
export const CALENDAR_HEIGHT = MONTHS_HEIGHT + 7 * PITCH - (PITCH - SQUARE);

interface Place {
	readonly x: number;
	readonly y: number;
}

/** Weeks as columns, Monday on top, the week of `today` last. */
export function drawCalendar(
	context: SKRSContext2D,
	{ history, open, byDay }: Pick<HabitProgress, 'history' | 'open' | 'byDay'>,
	today: number,
	{ x, y }: Place,
): void {
	const firstMonday = today - weekdayOf(today) - (SHOWN_WEEKS - 1) * 7;
	const begun = today - byDay.length + 1;
	const top = y + MONTHS_HEIGHT;
	context.font = font(17);
	context.fillStyle = COLOURS.soft;
	context.textAlign = 'right';
	for (const [row, letter] of WEEKDAYS.entries())
		context.fillText(letter, x - WEEKDAYS_WIDTH, top + row * PITCH + 15);
	context.textAlign = 'left';
	for (let week = 0; week < SHOWN_WEEKS - 1; week += 1) {
		const lastOfWeek = firstMonday + week * 7 + 6;
		// The column in which a month begins carries its name.
		if (new Date(lastOfWeek * 86_400_000).getUTCDate() <= 7)
			context.fillText(shortMonth(lastOfWeek), x + week * PITCH, y + 15);
	}
	for (let day = firstMonday; day <= today; day += 1) {
		const since = day - firstMonday;
		const place = { x: x + Math.floor(since / 7) * PITCH, y: top + (since % 7) * PITCH };
		const unmarked = open.includes(day) ? 'open' : day < begun ? 'before' : 'free';
		drawDay(context, place, history.get(day) ?? unmarked);
	}
	const place = { x: x + (SHOWN_WEEKS - 1) * PITCH, y: top + weekdayOf(today) * PITCH };
	square(context, { x: place.x - 1.5, y: place.y - 1.5 }, SQUARE + 3);
	context.lineWidth = 1.5;
	context.strokeStyle = COLOURS.words;
	context.stroke();
}

const MEANINGS = [
	['done', 'done'],
	['not-today', 'not today'],
	['open', 'still open'],
	['missed', 'not answered'],
	['free', 'nothing came'],
] as const;
/** Pixels between a mark and its meaning, and between one meaning and the next mark. */
const AFTER_MARK = 8;
const AFTER_MEANING = 20;

/** Says what the marks mean, in a line that ends at `right`. */
export function drawLegend(context: SKRSContext2D, { right, y }: { right: number; y: number }): void {
	context.font = font(18);
	context.textAlign = 'left';
	const widths = MEANINGS.map(([, words]) => SQUARE + AFTER_MARK + context.measureText(words).width);
	let left = right - widths.reduce((sum, width) => sum + width + AFTER_MEANING, -AFTER_MEANING);
	for (const [index, [mark, words]] of MEANINGS.entries()) {
		drawDay(context, { x: left, y }, mark);
		context.fillStyle = COLOURS.soft;
		context.fillText(words, left + SQUARE + AFTER_MARK, y + 15);
		left += (widths[index] ?? 0) + AFTER_MEANING;
	}
}

/** Each mark has a shape of its own: a full square, a ring, a bar, a dot, nothing. */
function drawDay(context: SKRSContext2D, place: Place, mark: HabitMark | 'open' | 'free' | 'before'): void {
	const middle = { x: place.x + SQUARE / 2, y: place.y + SQUARE / 2 };
	square(context, place, SQUARE);
	context.fillStyle = mark === 'done' ? COLOURS.done : mark === 'before' ? COLOURS.faint : COLOURS.free;
	context.fill();
	if (mark === 'not-today') {
		square(context, { x: place.x + 2.5, y: place.y + 2.5 }, SQUARE - 5);
		context.lineWidth = 3;
		context.strokeStyle = COLOURS['not-today'];
		context.stroke();
	}
	if (mark === 'open') {
		context.fillStyle = COLOURS.soft;
		context.fillRect(place.x + 3, middle.y - 2, SQUARE - 6, 4);
	}
	if (mark === 'missed') {
		context.beginPath();
		context.arc(middle.x, middle.y, 3.8, 0, 2 * Math.PI);
		context.fillStyle = COLOURS.missed;
		context.fill();
	}
}

function square(context: SKRSContext2D, { x, y }: Place, side: number): void {
	context.beginPath();
	context.roundRect(x, y, side, side, 4);
}

/** 0 for Monday. 1970-01-01, day 0, was a Thursday. */
function weekdayOf(day: number): number {
	return (day + 3) % 7;
}
