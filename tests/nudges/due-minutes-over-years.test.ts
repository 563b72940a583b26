import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dueMinutes, rememberMarks } from '../../src/nudges/due-minutes.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import { strikeOn } from '../../src/nudges/next-strike.ts';
import { type TimeZone, timeZone } from '../../src/nudges/time-zone.ts';

const MINUTE_MS = 60_000;
const DAY = 1_440;
const FROM = Date.parse('2021-01-01T00:00Z') / MINUTE_MS;
const TO = Date.parse('2031-01-01T00:00Z') / MINUTE_MS;
/** Around a clock change a tick comes every minute for so long, */
const CLOSE = 180;
/** and the looks before and after it reach so far: over all of the local date and those beside it. */
const FAR = 60 * 60;

const zones = Intl.supportedValuesOf('timeZone').map((name) => timeZone.parse(name));
const changes = differentChanges();

/** A local minute, counted since local 1970, and the epoch minute of the tick that found it due. */
interface Firing {
	readonly minute: number;
	readonly at: number;
}

describe('over ten years in all zones', () => {
	test('a local date brings each of its minutes once around every clock change', () => {
		expect(changes.length).toBeGreaterThan(400);
		const wrong = changes.filter(({ firings }) =>
			firings.some(({ minute }, index) => index > 0 && minute !== (firings[index - 1]?.minute ?? 0) + 1),
		);
		expect(wrong.map(toText)).toEqual([]);
	});

	test('a nudge comes when its time strikes: at the end of a gap, the first time in an overlap', {
		timeout: 30_000,
	}, () => {
		const wrong = changes.filter(({ zone, change, firings }) =>
			firings
				.filter(({ minute, at }) => minute % 15 === 0 && at > change - CLOSE && at <= change + CLOSE)
				.some(({ minute, at }) => strikeMinute(zone, minute) !== at),
		);
		expect(wrong.map(toText)).toEqual([]);
	});

	test('a minute brings one local minute wherever no clock changes', { timeout: 30_000 }, () => {
		const changeDays = new Set(changes.map(({ change }) => Math.floor(change / DAY)));
		const wrong: string[] = [];
		let looks = 0;
		// Of every season and time of day: a step of 46 days, 15 hours and 22 minutes.
		for (let at = FROM; at < TO; at += 67_162) {
			const day = Math.floor(at / DAY);
			if ([day - 1, day, day + 1].some((near) => changeDays.has(near))) continue;
			for (const zone of zones) {
				looks += 1;
				const due = dueMinutes(zone, at, at + 1).map(({ day, time }) => day * DAY + time);
				if (due.length !== 1 || due[0] !== localMinute(zone, at + 1))
					wrong.push(toText({ zone, change: at }));
			}
		}
		expect(wrong).toEqual([]);
		expect(looks).toBeGreaterThan(10_000);
	});
});

/** The changes of all zones; of zones whose clocks change alike one stands for all. */
function differentChanges(): { zone: TimeZone; change: number; firings: readonly Firing[] }[] {
	const found = new Map<string, { zone: TimeZone; change: number }>();
	for (const zone of zones) {
		let at = zoned(zone, FROM);
		for (;;) {
			const next = at.getTimeZoneTransition('next');
			const change = (next?.epochMilliseconds ?? Number.POSITIVE_INFINITY) / MINUTE_MS;
			if (next === null || change > TO) break;
			const offsets = [change - FAR, change - 1, change, change + FAR].map(
				(minute) => zoned(zone, minute).offset,
			);
			found.set([change, ...offsets].join(' '), { zone, change });
			at = next;
		}
	}
	return [...found.values()].map((each) => ({ ...each, firings: fire(each.zone, each.change) }));
}

function fire(zone: TimeZone, change: number): Firing[] {
	const markAt = rememberMarks();
	const firings: Firing[] = [];
	const look = (after: number, at: number) => {
		for (const { day, time } of dueMinutes(zone, after, at, markAt))
			firings.push({ minute: day * DAY + time, at });
	};
	look(change - FAR, change - CLOSE);
	for (let at = change - CLOSE + 1; at <= change + CLOSE; at += 1) look(at - 1, at);
	look(change + CLOSE, change + FAR);
	return firings;
}

function strikeMinute(zone: TimeZone, minute: number): number {
	const day = localDay.parse(Math.floor(minute / DAY));
	const strike = strikeOn(day, localTime.parse(minute % DAY), zone);
	return (strike?.epochMilliseconds ?? 0) / MINUTE_MS;
}

function localMinute(zone: TimeZone, epochMinute: number): number {
	return epochMinute + Math.floor(zoned(zone, epochMinute).offsetNanoseconds / 60e9);
}

function zoned(zone: TimeZone, epochMinute: number): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(epochMinute * MINUTE_MS).toZonedDateTimeISO(zone);
}

function toText({ zone, change }: { zone: TimeZone; change: number }): string {
	return `${zone} ${new Date(change * MINUTE_MS).toISOString()}`;
}
