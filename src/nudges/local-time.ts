import { z } from 'zod';
import { UserError } from '../core/user-error.ts';

/** A time on the member's own clock, in whole minutes after local midnight. */
export const localTime = z.number().int().min(0).max(1439).brand<'LocalTime'>();

export type LocalTime = z.infer<typeof localTime>;

const WORDS: ReadonlyMap<string, number> = new Map([
	['midnight', 0],
	['noon', 720],
	['midday', 720],
]);

// "9", "930", "09:30", "21.30", "21h", "9h30", each alone or with am or pm.
const CLOCK = /^(?<hour>\d{1,2}?)(?:[:.h]?(?<minute>\d{2})|h)?\s*(?:(?<half>[ap])\.?m\.?)?$/;

/**
 * Reads a time as people type it: `9`, `9pm`, `9:30 pm`, `21:30`, `21.30`, `noon`. A bare hour is on the 24-hour clock.
 *
 * @throws UserError with an example for anything else.
 */
export function parseLocalTime(typed: string): LocalTime {
	const text = typed.trim().toLowerCase();
	const minutes = WORDS.get(text) ?? readClock(text);
	if (minutes === undefined) {
		throw new UserError('I could not read that time. Please type it like 21:30, 9:30 pm or 7am.');
	}
	return localTime.parse(minutes);
}

function readClock(text: string): number | undefined {
	const parts = CLOCK.exec(text)?.groups;
	if (parts === undefined) return undefined;
	const hour = readHour(Number(parts['hour']), parts['half']);
	const minute = Number(parts['minute'] ?? 0);
	return hour === undefined || minute > 59 ? undefined : hour * 60 + minute;
}

function readHour(hour: number, half: string | undefined): number | undefined {
	if (half === undefined) return hour <= 23 ? hour : undefined;
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** The time on the 24-hour clock, such as `08:00`. */
export function formatLocalTime(time: LocalTime): string {
	return `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}
