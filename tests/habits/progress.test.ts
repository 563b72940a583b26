import { describe, expect, test } from 'vitest';
import { describePicture, nameStrength, percent } from '../../src/habits/describe-progress.ts';
import { progressOf } from '../../src/habits/progress.ts';
import { aHabit, TODAY } from './some-habits.ts';

const progress = (days: string) => progressOf(aHabit(days), TODAY);
const some = (letter: string, times: number) => letter.repeat(times);

describe('progressOf()', () => {
	test('counts days done of those on which something came', () => {
		const { lastSeven, week, fourWeeks, month, all } = progress(`${some('d', 40)}m-n-d-d`);
		expect(week).toEqual({ done: 2, came: 4 });
		expect(lastSeven).toEqual({ done: 5, came: 7 });
		expect(fourWeeks).toEqual({ done: 23, came: 25 });
		expect(month).toEqual({ done: 25, came: 27 });
		expect(all).toEqual({ done: 42, came: 44 });
	});

	test.each([
		['ddd', 3],
		['mdd', 2],
		['ddndd', 4],
		['dd---d', 3],
		['dddm', 0],
		['', 0],
	])('knows the run of %o', (days, run) => {
		expect(progress(days).run).toBe(run);
	});

	test.each([
		['new', 'ddd'],
		['rising', some('d', 40)],
		['steady', `${some('d', 20)}${some('n', 30)}`],
		['steady', `${some('d', 20)}${some('-', 30)}`],
		['easing', `${some('d', 60)}${some('m', 10)}`],
	])('calls a trend %s', (trend, days) => {
		expect(progress(days).trend).toBe(trend);
	});

	test('looks at half a year at most, and leaves out what a clock that was wrong has noted ahead', () => {
		expect(progress(some('d', 250)).byDay).toHaveLength(182);
		const { history } = aHabit('ddd');
		const ahead = progressOf(aHabit('', { history: new Map(history).set(TODAY + 3, 'missed') }), TODAY);
		expect(ahead).toMatchObject({ run: 3, all: { done: 3, came: 3 } });
		expect(ahead.byDay).toEqual(progress('ddd').byDay);
	});

	test('keeps what is open, which counts for nothing', () => {
		const { open, byDay, run, all } = progress('ddo');
		expect(open).toEqual([TODAY]);
		expect({ byDay, run, all }).toMatchObject({
			byDay: progress('dd-').byDay,
			run: 2,
			all: { done: 2, came: 2 },
		});
	});

	test('of nothing yet is nothing', () => {
		expect(progress('')).toMatchObject({ strength: 0, byDay: [0], trend: 'new', all: { done: 0, came: 0 } });
	});
});

describe('in words', () => {
	test.each([
		[0, 'just beginning'],
		[0.05, 'taking root'],
		[0.3, 'growing'],
		[0.6, 'strong'],
		[0.85, 'second nature'],
		[1, 'second nature'],
	])('a strength of %d is %s', (strength, name) => {
		expect(nameStrength(strength)).toBe(name);
	});

	test.each([
		[0, 0],
		[0.001, 1],
		[0.456, 46],
		[0.999, 99],
		[1, 100],
	])('%d is %d percent', (share, whole) => {
		expect(percent(share)).toBe(whole);
	});

	test.each([
		['dd', ''],
		['do', ' One day is still open.'],
		['doo', ' 2 days are still open.'],
	])('a picture of %s says what is open', (days, words) => {
		expect(describePicture([progress(days)])).toMatch(new RegExp(`in half a year\\.${words}$`));
	});

	test('a picture says what it shows, within what Discord takes', () => {
		const habits = [
			progress(`${some('d', 100)}${some('m', 20)}`),
			progressOf(aHabit(some('d', 182), { topic: 'stress', label: 'Stress' }), TODAY),
			progressOf(aHabit('dm', { topic: 'diet', label: 'Diet' }), TODAY),
		];
		const words = describePicture(habits);
		expect(words).toContain('Sleep: habit strength 34 percent, growing, down from 99 % 4 weeks ago.');
		expect(words).toContain('Done on 8 of the 28 days that counted in the last 4 weeks');
		expect(words).toContain('Stress: habit strength 99 percent, second nature, about as 4 weeks ago.');
		expect(words).toContain('Diet: habit strength 5 percent, just beginning, begun within the last 4 weeks.');
		expect(words.length).toBeLessThanOrEqual(1_024);
	});
});
