import { describe, expect, test, vi } from 'vitest';
import { createSandboxClock } from '../../src/sandbox/clock.ts';
import { createSnowflakes } from '../../src/sandbox/snowflakes.ts';

describe('createSandboxClock()', () => {
	test('adds its moves to the base clock', () => {
		const clock = createSandboxClock(() => 1000);
		clock.advance(500);
		expect(clock.now()).toBe(1500);
		clock.set(200);
		expect(clock.now()).toBe(200);
		clock.stop();
	});

	test('rings alarms at once when it is moved past them, earliest first', () => {
		const clock = createSandboxClock(() => 0);
		const rung: string[] = [];
		clock.schedule(2_000_000, () => rung.push('late'));
		clock.schedule(1_000_000, () => rung.push('early'));
		clock.schedule(9_000_000, () => rung.push('never'));
		clock.advance(2_000_000);
		expect(rung).toEqual(['early', 'late']);
		clock.stop();
	});

	test('rings nothing that was cancelled', () => {
		const clock = createSandboxClock(() => 0);
		const action = vi.fn();
		clock.schedule(1000, action)();
		clock.advance(5000);
		expect(action).not.toHaveBeenCalled();
		clock.stop();
	});

	test('never lets lifetimes run backwards', () => {
		const clock = createSandboxClock(() => 0);
		const before = clock.elapsed();
		clock.set(-1_000_000);
		expect(clock.elapsed()).toBeGreaterThanOrEqual(before);
		clock.stop();
	});
});

describe('createSnowflakes()', () => {
	test('carries the time', () => {
		const { next } = createSnowflakes(() => 1_767_225_600_000);
		expect(Number(BigInt(next()) >> 22n) + 1_420_070_400_000).toBe(1_767_225_600_000);
	});

	test('increases while the clock stands still or goes back', () => {
		let now = 1_767_225_600_000;
		const { next } = createSnowflakes(() => now);
		const ids = [next(), next()];
		now -= 86_400_000;
		ids.push(next(), next());
		const sorted = ids.map(BigInt).toSorted((a, b) => (a < b ? -1 : 1));
		expect(ids.map(BigInt)).toEqual(sorted);
		expect(new Set(ids).size).toBe(4);
	});

	test('goes on behind the last id of a snapshot', () => {
		const { next } = createSnowflakes(() => 1_767_225_600_000, '9000000000000000000');
		expect(next()).toBe('9000000000000000001');
	});
});
