import { Temporal } from 'temporal-polyfill';
import { UserError } from '../core/user-error.ts';
import { type LocalDay, toLocalDay } from './local-day.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const COUNTED = /^(?:in |for )?(?<count>\d{1,3}|a|an|one|two|three|four) ?(?<unit>d|days?|w|weeks?|months?)$/;
const WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const LONGEST_DAYS = 366;

/** What the pause suggests. */
export const UNTIL_SUGGESTIONS = ['tomorrow', '3 days', 'monday', '1 week', '2 weeks', '1 month'];

/**
 * Reads until when nudges are to pause: `tomorrow`, `3 days`, `2 weeks`, `friday`, `2026-12-24`.
 *
 * @param today the member's date.
 * @returns the date on which nudges come again.
 * @throws UserError with examples for anything else, for a day that is past and for more than a year.
 */
export function parseUntil(typed: string, today: Temporal.PlainDate): LocalDay {
	const date = readUntil(typed.trim().toLowerCase(), today);
	if (date === undefined) {
		throw new UserError('I could not read that. Please type it like 3 days, 2 weeks, friday or 2026-12-24.');
	}
	const days = today.until(date).days;
	if (days < 1) throw new UserError('That day is not ahead. A pause can end tomorrow at the earliest.');
	if (days > LONGEST_DAYS)
		throw new UserError('A pause can last a year at most. To end nudges for good, stop them.');
	return toLocalDay(date);
}

function readUntil(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
	if (text === 'tomorrow') return today.add({ days: 1 });
	const weekday = WEEKDAYS.findIndex((name) => name === text || (text.length >= 3 && name.startsWith(text)));
	if (weekday >= 0) return today.add({ days: ((weekday + 1 - today.dayOfWeek + 6) % 7) + 1 });
	const counted = COUNTED.exec(text)?.groups;
	if (counted !== undefined) return addCounted(today, counted['count'] ?? '', counted['unit'] ?? '');
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
	try {
		return Temporal.PlainDate.from(text, { overflow: 'reject' });
	} catch {
		return undefined;
	}
}

function addCounted(today: Temporal.PlainDate, count: string, unit: string): Temporal.PlainDate {
	const amount = WORDS[count] ?? Number(count);
	if (unit.startsWith('d')) return today.add({ days: amount });
	return today.add(unit.startsWith('w') ? { weeks: amount } : { months: amount });
}
