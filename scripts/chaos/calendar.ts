import { Temporal } from 'temporal-polyfill';

// The run's own reckoning of dates, without the product's, so that the two check each other.

const DAY_MS = 86_400_000;

/** The date on the calendar of a zone, in days since 1970. */
export function dateIn(zone: string, at: number): number {
	const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
	return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

/** When that minute of that date comes, the first time if it comes twice. */
export function strikeAt(zone: string, day: number, minute: number): number {
	const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
	const wall = Temporal.PlainDateTime.from(date).add({ minutes: minute });
	return wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
}

/** `strikeAt` with a memory, for who asks for the same few over and over. */
export function createStrikes(): typeof strikeAt {
	const known = new Map<string, number>();
	return (zone, day, minute) => {
		const key = `${zone} ${day} ${minute}`;
		const found = known.get(key) ?? strikeAt(zone, day, minute);
		known.set(key, found);
		return found;
	};
}
