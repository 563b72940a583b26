import { describe, expect, test } from 'vitest';
import { joinHabits } from '../../src/habits/habit.ts';
import { aHabit } from './some-habits.ts';

describe('joinHabits()', () => {
	test('leaves habits of different topics apart', () => {
		const habits = [aHabit('d'), aHabit('m', { topic: 'diet', label: 'Diet' })];
		expect(joinHabits(habits)).toEqual(habits);
	});

	test('joins what was answered in two places, and lets the kinder answer to a date count', () => {
		const habits = [aHabit('dm-nm'), aHabit('mdd-n', { label: 'Sleep in #calm' })];
		expect(joinHabits(habits)).toEqual([aHabit('dddnn')]);
		expect(joinHabits(habits.toReversed())).toEqual([aHabit('dddnn', { label: 'Sleep in #calm' })]);
	});

	test('takes for open what was answered in neither of two places', () => {
		expect(joinHabits([aHabit('doo'), aHabit('-do')])).toEqual([aHabit('ddo')]);
	});
});
