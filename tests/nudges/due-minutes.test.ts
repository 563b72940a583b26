import { describe, expect, test } from 'vitest';
import { dueMinutes } from '../../src/nudges/due-minutes.ts';
import { formatLocalDay } from '../../src/nudges/local-day.ts';
import { formatLocalTime } from '../../src/nudges/local-time.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';

const MINUTE_MS = 60_000;
const minuteOf = (instant: string) => Date.parse(instant) / MINUTE_MS;

function due(zone: string, after: string, upTo: string): string[] {
	return dueMinutes(timeZone.parse(zone), minuteOf(after), minuteOf(upTo)).map(
		({ day, time }) => `${formatLocalDay(day)} ${formatLocalTime(time)}`,
	);
}

describe('dueMinutes()', () => {
	test('lists each local minute since the last look', () => {
		expect(due('Asia/Kolkata', '2026-01-05T18:28Z', '2026-01-05T18:31Z')).toEqual([
			'2026-01-05 23:59',
			'2026-01-06 00:00',
			'2026-01-06 00:01',
		]);
	});

	test('lists nothing when no minute has passed', () => {
		expect(due('UTC', '2026-01-05T18:28Z', '2026-01-05T18:28Z')).toEqual([]);
	});

	test('lists a gap when the clock jumps', () => {
		const jump = due('Europe/Berlin', '2026-03-29T00:59Z', '2026-03-29T01:00Z');
		expect(jump).toHaveLength(61);
		expect(jump.at(0)).toBe('2026-03-29 02:00');
		expect(jump.at(-1)).toBe('2026-03-29 03:00');
	});

	test('lists a repeated hour the first time only', () => {
		expect(due('Europe/Berlin', '2026-10-25T00:29Z', '2026-10-25T00:30Z')).toEqual(['2026-10-25 02:30']);
		expect(due('Europe/Berlin', '2026-10-25T00:59Z', '2026-10-25T01:59Z')).toEqual([]);
		expect(due('Europe/Berlin', '2026-10-25T01:59Z', '2026-10-25T02:00Z')).toEqual(['2026-10-25 03:00']);
	});

	test('lists the hours around a repeated one in one look', () => {
		const night = due('Europe/Berlin', '2026-10-24T23:59Z', '2026-10-25T03:00Z');
		expect(night).toHaveLength(3 * 60 - 60 + 1 + 60 - 60);
		expect(new Set(night).size).toBe(night.length);
	});

	test('has the leap day in its place', () => {
		expect(due('Pacific/Auckland', '2028-02-28T10:59Z', '2028-02-28T11:00Z')).toEqual(['2028-02-29 00:00']);
		expect(due('Pacific/Auckland', '2028-02-29T10:59Z', '2028-02-29T11:00Z')).toEqual(['2028-03-01 00:00']);
		expect(due('Pacific/Auckland', '2026-02-28T10:59Z', '2026-02-28T11:00Z')).toEqual(['2026-03-01 00:00']);
	});

	test('leaves out a date that the zone skips', () => {
		expect(due('Pacific/Apia', '2011-12-30T09:59Z', '2011-12-30T10:00Z')).toEqual(['2011-12-31 00:00']);
	});
});
