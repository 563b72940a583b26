import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HabitMark } from '../../src/habits/habit.ts';
import { strengthByDay } from '../../src/habits/strength.ts';
import { aHabit, TODAY } from './some-habits.ts';

const days = (letters: string) => strengthByDay(aHabit(letters).history, TODAY - letters.length + 1, TODAY);
const strengthAfter = (letters: string) => days(letters).at(-1) ?? 0;

const anyDays = fc.string({ unit: fc.constantFrom('d', 'n', 'm', '-'), maxLength: 182 });
const anyMark = fc.constantFrom<HabitMark>('done', 'not-today', 'missed');

describe('habit strength', () => {
	test('lies between 0 and 1 on every day', () => {
		fc.assert(
			fc.property(anyDays, (letters) => {
				for (const each of days(letters)) {
					expect(each).toBeGreaterThanOrEqual(0);
					expect(each).toBeLessThan(1);
				}
			}),
		);
	});

	test('rises with each day done and falls with each one missed', () => {
		fc.assert(
			fc.property(anyDays, (letters) => {
				const before = strengthAfter(letters);
				expect(strengthAfter(`${letters}d`)).toBeGreaterThan(before);
				expect(strengthAfter(`${letters}m`)).toBeLessThanOrEqual(before);
			}),
		);
	});

	test('stays as it is with Not today and where nothing came, wherever such days lie', () => {
		fc.assert(
			fc.property(anyDays, anyDays, fc.constantFrom('n', '-', '-'.repeat(40)), (first, second, pause) => {
				expect(strengthAfter(first + pause + second)).toBeCloseTo(strengthAfter(first + second), 12);
			}),
		);
	});

	test('is never lower for a kinder answer to one of the days', () => {
		fc.assert(
			fc.property(anyDays, fc.nat(181), anyMark, (letters, back, mark) => {
				const { history } = aHabit(letters);
				const last = (each: HabitMark) =>
					strengthByDay(new Map(history).set(TODAY - back, each), TODAY, TODAY)[0] ?? 0;
				expect(last('done')).toBeGreaterThanOrEqual(last(mark));
				expect(last('missed')).toBeLessThanOrEqual(last(mark));
			}),
		);
	});

	test.each([
		['no days', '', 0, 0],
		['one day done', 'd', 0.04, 0.06],
		['thirteen days done', 'd'.repeat(13), 0.49, 0.51],
		['sixty-six days done', 'd'.repeat(66), 0.95, 0.98],
		['sixty-six days done and one missed', `${'d'.repeat(66)}m`, 0.9, 0.95],
		['sixty-six days done and a pause of a month', `${'d'.repeat(66)}${'-'.repeat(30)}`, 0.95, 0.98],
		['sixty-six days done and thirteen missed', `${'d'.repeat(66)}${'m'.repeat(13)}`, 0.47, 0.5],
	])('after %s lies where it should', (_days, letters, least, most) => {
		const strength = strengthAfter(letters);
		expect(strength).toBeGreaterThanOrEqual(least);
		expect(strength).toBeLessThanOrEqual(most);
	});

	test('gives a value for each day asked for, and counts what came before', () => {
		const { history } = aHabit('ddd-d');
		const all = strengthByDay(history, TODAY - 4, TODAY);
		expect(all).toHaveLength(5);
		expect(all[3]).toBe(all[2]);
		expect(strengthByDay(history, TODAY - 1, TODAY)).toEqual(all.slice(3));
	});
});
