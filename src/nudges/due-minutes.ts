import { Temporal } from 'temporal-polyfill';
import { type LocalDay, localDay } from './local-day.ts';
import { type LocalTime, localTime } from './local-time.ts';
import { strikeOn } from './next-strike.ts';
import type { TimeZone } from './time-zone.ts';

/** A local minute that has come. */
export interface DueMinute {
	readonly day: LocalDay;
	readonly time: LocalTime;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
// Longer than any clock has ever been put back.
const LOOK_BACK_MINUTES = 26 * 60;

/**
 * Lists the local minutes that came in `zone` after epoch minute `after` and up to epoch minute `upTo`.
 *
 * The local clock is read as a high-water mark: a stretch that a clock change skips comes at once when the clock jumps,
 * a stretch that it repeats comes the first time only, a date that it skips whole never comes.
 */
export function dueMinutes(
	zone: TimeZone,
	after: number,
	upTo: number,
	markAt: MarkAt = highWaterMark,
): readonly DueMinute[] {
	const due: DueMinute[] = [];
	const first = markAt(zone, after) + 1;
	const last = markAt(zone, upTo);
	for (let minute = first; minute <= last; minute += 1) {
		due.push({
			day: localDay.parse(Math.floor(minute / DAY_MINUTES)),
			time: localTime.parse(minute % DAY_MINUTES),
		});
	}
	// Only a jump lists more local minutes than have passed, and only a jump can skip a date.
	return due.length > upTo - after
		? due.filter(({ day, time }) => strikeOn(day, time, zone) !== undefined)
		: due;
}

/** Tells the furthest that the local clock has been at an epoch minute, in minutes since local 1970. */
export type MarkAt = (zone: TimeZone, epochMinute: number) => number;

/** Remembers the last mark of each zone, from which that of the next minute follows by a single look at the clock. */
export function rememberMarks(): MarkAt {
	const last = new Map<TimeZone, { readonly epochMinute: number; readonly mark: number }>();
	return (zone, epochMinute) => {
		const before = last.get(zone);
		if (before?.epochMinute === epochMinute) return before.mark;
		const mark =
			before?.epochMinute === epochMinute - 1
				? Math.max(before.mark, localMinute(zone, epochMinute))
				: highWaterMark(zone, epochMinute);
		last.set(zone, { epochMinute, mark });
		return mark;
	};
}

function highWaterMark(zone: TimeZone, epochMinute: number): number {
	const now = localMinute(zone, epochMinute);
	// Unless the clock was put back lately, it is as far as it has ever been.
	if (now >= localMinute(zone, epochMinute - LOOK_BACK_MINUTES) + LOOK_BACK_MINUTES) return now;
	const change = zonedAt(zone, epochMinute).add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
	if (change === null) return now;
	const changeMinute = Math.floor(change.epochMilliseconds / MINUTE_MS);
	return Math.max(now, localMinute(zone, changeMinute - 1));
}

function localMinute(zone: TimeZone, epochMinute: number): number {
	const { offsetNanoseconds } = zonedAt(zone, epochMinute);
	return epochMinute + Math.floor(offsetNanoseconds / 60e9);
}

function zonedAt(zone: TimeZone, epochMinute: number): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(epochMinute * MINUTE_MS).toZonedDateTimeISO(zone);
}
