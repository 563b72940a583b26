import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A date on the member's own calendar, counted in days since 1970-01-01: short to store and simple to compare. */
export const localDay = z.number().int().min(0).max(99_999).brand<'LocalDay'>();

export type LocalDay = z.infer<typeof localDay>;

const DAY_MS = 86_400_000;

export function toLocalDay(date: Temporal.PlainDate): LocalDay {
	return localDay.parse(Date.UTC(date.year, date.month - 1, date.day) / DAY_MS);
}

export function toPlainDate(day: LocalDay): Temporal.PlainDate {
	return Temporal.PlainDate.from(formatLocalDay(day));
}

/** The date in ISO form, such as `2026-01-05`. */
export function formatLocalDay(day: LocalDay): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function nextLocalDay(day: LocalDay): LocalDay {
	return localDay.parse(day + 1);
}

export function earlierDay(a: LocalDay, b: LocalDay): LocalDay {
	return localDay.parse(Math.min(a, b));
}

export function laterDay(a: LocalDay | undefined, b: LocalDay | undefined): LocalDay | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	return localDay.parse(Math.max(a, b));
}

/** The date in UTC, for what belongs to no zone. */
export function epochDay(now: number): LocalDay {
	return localDay.parse(Math.floor(now / DAY_MS));
}

/** The date that the calendar in `zone` shows at `instant`. */
export function localDayAt(instant: Temporal.Instant, zone: string): LocalDay {
	return toLocalDay(instant.toZonedDateTimeISO(zone).toPlainDate());
}
