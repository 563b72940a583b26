import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { localDayAt, toLocalDay } from '../../src/nudges/local-day.ts';
import { localTime, parseLocalTime } from '../../src/nudges/local-time.ts';
import { nextStrike, strikeOn } from '../../src/nudges/next-strike.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';

const day = (text: string) => toLocalDay(Temporal.PlainDate.from(text));

describe('nextStrike()', () => {
	test.each([
		['later today', 'UTC', '09:00', '2026-01-05T08:00Z', '2026-01-05T09:00Z'],
		['tomorrow at the very moment', 'UTC', '09:00', '2026-01-05T09:00Z', '2026-01-06T09:00Z'],
		['tomorrow when it is past', 'Asia/Tokyo', '08:00', '2026-01-05T00:00Z', '2026-01-05T23:00Z'],
		['at midnight', 'Europe/Berlin', '00:00', '2026-01-05T12:00Z', '2026-01-05T23:00Z'],
		['right after a gap', 'Europe/Berlin', '02:30', '2026-03-29T00:30Z', '2026-03-29T01:00Z'],
		['as ever the day after a gap', 'Europe/Berlin', '02:30', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
		['after a gap of half an hour', 'Australia/Lord_Howe', '02:15', '2026-10-03T15:00Z', '2026-10-03T15:30Z'],
		['the first of two times', 'America/New_York', '01:30', '2026-11-01T04:00Z', '2026-11-01T05:30Z'],
		['once in autumn', 'America/New_York', '01:30', '2026-11-01T05:30Z', '2026-11-02T06:30Z'],
		['after a gap at midnight', 'America/Havana', '00:30', '2026-03-08T04:30Z', '2026-03-08T05:00Z'],
		['beyond a date that a zone skips', 'Pacific/Apia', '08:00', '2011-12-29T20:00Z', '2011-12-30T18:00Z'],
		['on a leap day', 'UTC', '08:00', '2028-02-28T09:00Z', '2028-02-29T08:00Z'],
	])('strikes %s', (_case, zone, time, after, strike) => {
		const found = nextStrike(parseLocalTime(time), timeZone.parse(zone), Temporal.Instant.from(after));
		expect(found.toString()).toBe(Temporal.Instant.from(strike).toString());
	});

	test('passes over a date that has had its strike', () => {
		const after = Temporal.Instant.from('2026-01-05T08:00Z');
		const found = nextStrike(parseLocalTime('09:00'), timeZone.parse('UTC'), after, day('2026-01-05'));
		expect(found.toString()).toBe('2026-01-06T09:00:00Z');
	});
});

describe('strikeOn()', () => {
	test('knows no strike on a date that a zone skips whole', () => {
		const apia = timeZone.parse('Pacific/Apia');
		expect(strikeOn(day('2011-12-30'), parseLocalTime('09:00'), apia)).toBeUndefined();
	});

	test('keeps the date of a time that a gap over midnight moves into the next', () => {
		const pyongyang = timeZone.parse('Asia/Pyongyang');
		const strike = strikeOn(day('2018-05-04'), parseLocalTime('23:45'), pyongyang);
		expect(strike?.toString()).toBe('2018-05-04T15:00:00Z');
	});
});

const zones = Intl.supportedValuesOf('timeZone');

test('every zone has one strike for every local date, in order', () => {
	const date = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
	const minutes = fc.integer({ min: 0, max: 1_439 });
	for (const name of zones) {
		const zone = timeZone.parse(name);
		fc.assert(
			fc.property(date, minutes, (start, minute) => {
				const time = localTime.parse(minute);
				let strike = nextStrike(time, zone, Temporal.Instant.fromEpochMilliseconds(start.getTime()));
				let last = localDayAt(strike, zone);
				for (let days = 0; days < 3; days += 1) {
					strike = nextStrike(time, zone, strike);
					expect(localDayAt(strike, zone)).toBe(last + 1);
					last = localDayAt(strike, zone);
				}
			}),
			{ numRuns: 3 },
		);
	}
});
