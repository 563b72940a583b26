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
export function dueMinutes(zone: TimeZone, after: number, upTo: number): readonly DueMinute[] {
	const due: DueMinute[] = [];
	const last = highWaterMark(zone, upTo);
	for (let minute = highWaterMark(zone, after) + 1; minute <= last; minute += 1) {
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

/** The furthest that the local clock has been at that epoch minute, in minutes since local 1970. */
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
