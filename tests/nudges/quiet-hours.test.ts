import { describe, expect, test } from 'vitest';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { checkQuiet, isQuiet, spreadFor } from '../../src/nudges/quiet-hours.ts';

const at = parseLocalTime;
const night = { from: at('22'), to: at('7') };
const noon = { from: at('12'), to: at('13') };

describe('quiet hours', () => {
	test.each([
		[night, '21:59', false],
		[night, '22:00', true],
		[night, '3', true],
		[night, '7:00', false],
		[noon, '11:59', false],
		[noon, '12:30', true],
		[noon, '13:00', false],
		[undefined, '3', false],
	])('%o at %s: %s', (quiet, time, expected) => {
		expect(isQuiet(quiet, at(time))).toBe(expected);
	});

	test('refuse a nudge in their midst by its name', () => {
		expect(() => checkQuiet(night, new Map([['sleep', at('22:30')]]))).toThrow(
			'Your sleep nudge at 22:30 would fall into your quiet hours (22:00 to 07:00)',
		);
	});
});

describe('the spread', () => {
	test.each([
		['as far as the member’s number says', '8', 17, undefined, 7],
		['not over midnight', '23:55', 7, undefined, 0],
		['not into quiet hours', '21:55', 7, night, 0],
		['up to quiet hours', '21:52', 7, night, 7],
	])('goes %s', (_case, time, wanted, quiet, minutes) => {
		expect(spreadFor(at(time), wanted, quiet)).toBe(minutes);
	});
});
