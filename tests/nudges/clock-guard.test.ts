import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ClockGuard, createClockGuard } from '../../src/nudges/clock-guard.ts';

let wall = 0;
let steady = 0;
let guard: ClockGuard;
const onLeap = vi.fn<(leapMs: number) => void>();

beforeEach(() => {
	wall = Date.parse('2026-01-05T08:00Z');
	steady = 5_000;
	onLeap.mockClear();
	guard = createClockGuard({ clock: () => wall, monotonic: () => steady, onLeap });
});

function pass(ms: number): void {
	wall += ms;
	steady += ms;
}

describe('the clock guard', () => {
	test('reads a clock that runs as time does', () => {
		pass(3_600_000);
		expect(guard.read()).toBe(wall);
	});

	test('overlooks a small step ahead', () => {
		wall += 90_000;
		expect(guard.read()).toBe(wall);
		expect(onLeap).not.toHaveBeenCalled();
	});

	test('doubts a leap ahead for two minutes, and says so once', () => {
		wall += 3_600_000;
		expect(guard.read()).toBeUndefined();
		pass(119_000);
		expect(guard.read()).toBeUndefined();
		expect(onLeap.mock.calls).toEqual([[3_600_000]]);
		pass(1_000);
		expect(guard.read()).toBe(wall);
		pass(15_000);
		expect(guard.read()).toBe(wall);
	});

	test('forgets a leap that was taken back', () => {
		wall += 3_600_000;
		expect(guard.read()).toBeUndefined();
		wall -= 3_600_000;
		expect(guard.read()).toBe(wall);
		wall += 3_600_000;
		pass(119_000);
		expect(guard.read()).toBeUndefined();
	});

	test('believes a clock that was put back', () => {
		wall -= 3_600_000;
		expect(guard.read()).toBe(wall);
	});

	test('believes a leap when told to', () => {
		wall += 3_600_000;
		guard.believe();
		expect(guard.read()).toBe(wall);
	});
});
