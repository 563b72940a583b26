import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { formatLocalDay } from '../../src/nudges/local-day.ts';
import { parseUntil, UNTIL_SUGGESTIONS } from '../../src/nudges/parse-until.ts';

/** A Monday. */
const today = Temporal.PlainDate.from('2026-01-05');

describe('parseUntil()', () => {
	test.each([
		['tomorrow', '2026-01-06'],
		['3 days', '2026-01-08'],
		['in 2 weeks', '2026-01-19'],
		['a month', '2026-02-05'],
		['1w', '2026-01-12'],
		['Friday', '2026-01-09'],
		['monday', '2026-01-12'],
		['2026-12-24', '2026-12-24'],
	])('reads %s', (typed, date) => {
		expect(formatLocalDay(parseUntil(typed, today))).toBe(date);
	});

	test.each([
		['soon', /3 days, 2 weeks/],
		['2026-02-30', /3 days, 2 weeks/],
		['2026-01-05', /not ahead/],
		['0 days', /not ahead/],
		['14 months', /a year at most/],
	])('refuses %s with words that help', (typed, words) => {
		expect(() => parseUntil(typed, today)).toThrow(UserError);
		expect(() => parseUntil(typed, today)).toThrow(words);
	});

	test('reads all that it suggests', () => {
		for (const suggestion of UNTIL_SUGGESTIONS) expect(() => parseUntil(suggestion, today)).not.toThrow();
	});
});
