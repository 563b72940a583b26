import { Temporal } from 'temporal-polyfill';
import { type LocalDay, localDayAt } from './local-day.ts';

/** What the clock and the calendar of a zone show. */
export interface WallClock {
	readonly day: LocalDay;
	/** Minutes after local midnight. */
	readonly minute: number;
}

/** Reads the clock of a zone at `now`, in epoch milliseconds. */
export type WallClocks = (now: number, zone: string) => WallClock;

const MINUTE_MS = 60_000;

/** Reads each zone's clock once a minute: no clock shows anything else before the minute is over. */
export function createWallClocks(): WallClocks {
	let minute: number | undefined;
	const read = new Map<string, WallClock>();

	return (now, zone) => {
		const current = Math.floor(now / MINUTE_MS);
		if (current !== minute) read.clear();
		minute = current;
		const shown = read.get(zone) ?? readClock(now, zone);
		read.set(zone, shown);
		return shown;
	};
}

function readClock(now: number, zone: string): WallClock {
	const instant = Temporal.Instant.fromEpochMilliseconds(now);
	const { hour, minute } = instant.toZonedDateTimeISO(zone);
	return { day: localDayAt(instant, zone), minute: hour * 60 + minute };
}
