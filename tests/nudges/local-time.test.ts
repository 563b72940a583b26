import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { formatLocalTime, localTime, parseLocalTime } from '../../src/nudges/local-time.ts';

describe('parseLocalTime()', () => {
	test.each([
		['9', '09:00'],
		['0', '00:00'],
		['23', '23:00'],
		['09:05', '09:05'],
		['21:30', '21:30'],
		['21.30', '21:30'],
		['21h30', '21:30'],
		['21h', '21:00'],
		['930', '09:30'],
		['2130', '21:30'],
		['9pm', '21:00'],
		['9 PM', '21:00'],
		['7am', '07:00'],
		['7 a.m.', '07:00'],
		['9:30 pm', '21:30'],
		['12am', '00:00'],
		['12:15 am', '00:15'],
		['12pm', '12:00'],
		['noon', '12:00'],
		[' Midnight ', '00:00'],
	])('reads "%s" as %s', (typed, expected) => {
		expect(formatLocalTime(parseLocalTime(typed))).toBe(expected);
	});

	test.each([
		'',
		' ',
		'half nine',
		'25:00',
		'24:00',
		'9:60',
		'9:5',
		'13pm',
		'0am',
		'-3',
		'9 o clock',
		'9:30:00',
		'21:30 tomorrow',
		'99999',
	])('refuses "%s" with an example', (typed) => {
		expect(() => parseLocalTime(typed)).toThrow(UserError);
		expect(() => parseLocalTime(typed)).toThrow('21:30');
	});
});

test('a local time lies within a day', () => {
	expect(localTime.safeParse(1_439).success).toBe(true);
	expect(localTime.safeParse(1_440).success).toBe(false);
	expect(localTime.safeParse(0.5).success).toBe(false);
});
