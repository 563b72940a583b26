import { Temporal } from 'temporal-polyfill';
import { type LocalDay, localDay, localDayAt, nextLocalDay, toPlainDate } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import type { TimeZone } from './time-zone.ts';

/**
 * Finds the first instant after `after` at which the member's local clock strikes `time`, on a local date later than
 * `laterThan` if that is given.
 *
 * A local time that a clock change skips strikes right after the gap; one that comes twice strikes the first time only.
 */
export function nextStrike(
	time: LocalTime,
	zone: TimeZone,
	after: Temporal.Instant,
	laterThan?: LocalDay,
): Temporal.Instant {
	// A gap over midnight lets yesterday's last minutes strike today, so the search begins a day early.
	const yesterday = localDay.parse(localDayAt(after, zone) - 1);
	let day = laterThan !== undefined && laterThan >= yesterday ? nextLocalDay(laterThan) : yesterday;
	for (;;) {
		const strike = strikeOn(day, time, zone);
		if (strike !== undefined && Temporal.Instant.compare(strike, after) > 0) return strike;
		day = nextLocalDay(day);
	}
}

/** The instant at which `time` strikes on that local date, or `undefined` when the zone skipped the whole date. */
export function strikeOn(day: LocalDay, time: LocalTime, zone: TimeZone): Temporal.Instant | undefined {
	const wall = toPlainDate(day).toPlainDateTime({ hour: Math.floor(time / 60), minute: time % 60 });
	const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
	if (earlier.toPlainDateTime().equals(wall)) return earlier.toInstant();
	const gapEnd = earlier.getTimeZoneTransition('next');
	if (gapEnd === null) throw new RangeError(`No end of the gap at ${wall.toString()} in ${zone}`);
	return skipsDate(gapEnd, wall.toPlainDate()) ? undefined : gapEnd.toInstant();
}

function skipsDate(gapEnd: Temporal.ZonedDateTime, date: Temporal.PlainDate): boolean {
	const lastBefore = gapEnd.subtract({ nanoseconds: 1 }).toPlainDate();
	return (
		Temporal.PlainDate.compare(lastBefore, date) < 0 &&
		Temporal.PlainDate.compare(gapEnd.toPlainDate(), date) > 0
	);
}
