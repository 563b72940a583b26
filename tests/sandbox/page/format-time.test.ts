import { describe, expect, test } from 'vitest';
import { formatStamp, formatTime } from '../../../src/sandbox/page/markdown/format-time.ts';

const at = new Date(2026, 10, 22, 9, 5, 7).getTime();
const hour = 3_600_000;

describe('formatTime()', () => {
	test.each([
		['t', '09:05'],
		['T', '09:05:07'],
		['d', '22/11/2026'],
		['D', '22 November 2026'],
		['f', '22 November 2026 at 09:05'],
		['F', 'Sunday, 22 November 2026 at 09:05'],
	])('writes %s as %s', (style, text) => {
		// Where the commas stand differs from one version of Node to the next.
		const plain = (words: string) => words.replaceAll(',', '');
		expect(plain(formatTime(at, style, at, 'en-GB'))).toBe(plain(text));
	});

	test.each([
		['in 23 hours', 23 * hour - 1000],
		['in 1 minute', 60_000],
		['2 days ago', -2 * 24 * hour],
		['in 1 year', 366 * 24 * hour],
		['in 0 seconds', 0],
	])('says “%s”', (text, later) => {
		expect(formatTime(at + later, 'R', at, 'en-GB')).toBe(text);
	});

	test('says so when there is no such moment', () => {
		expect(formatTime(9e18, 'f', at)).toBe('Invalid date');
	});
});

describe('formatStamp()', () => {
	test.each([
		['09:05', 0],
		['Yesterday at 09:05', 24 * hour],
		['22/11/2026, 09:05', 48 * hour],
	])('says “%s”', (text, later) => {
		expect(formatStamp(at, at + later, 'en-GB')).toBe(text);
	});
});
