import { describe, expect, test } from 'vitest';
import { createSettledClock } from '../../src/redis/settled-clock.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TODAY = Date.parse('2026-01-05T08:00Z');
const YEAR = 365 * DAY;

/** A process whose clock is off by so much. */
function aProcess(off = 0) {
	let passed = 0;
	let offBy = off;
	const doubts: number[] = [];
	const settled = createSettledClock({
		redis: redis.client,
		clock: () => TODAY + passed + offBy,
		monotonic: () => passed,
		onDoubt: (awayMs) => doubts.push(awayMs),
	});
	return {
		...settled,
		doubts,
		pass(ms: number) {
			passed += ms;
		},
		leap(ms: number) {
			offBy += ms;
		},
	};
}

describe('the settled clock', () => {
	test('is believed at the very first, as it goes on, and when it is set a little', async () => {
		const { read, pass, leap, doubts } = aProcess();
		expect(await read()).toBe(TODAY);
		pass(6 * DAY);
		expect(await read()).toBe(TODAY + 6 * DAY);
		leap(-DAY);
		expect(await read()).toBe(TODAY + 5 * DAY);
		expect(doubts).toEqual([]);
	});

	test.each([
		['ahead', YEAR],
		['back', -YEAR],
	])('that leaps a year %s is in doubt for a day, and then believed', async (_where, by) => {
		const { read, pass, leap, doubts } = aProcess();
		await read();
		leap(by);
		expect(await read()).toBeUndefined();
		pass(DAY - 1);
		expect(await read()).toBeUndefined();
		expect(doubts).toEqual([by]);
		pass(1);
		expect(await read()).toBe(TODAY + by + DAY);
		expect(await read()).toBe(TODAY + by + DAY);
	});

	test('that is wrong when a process starts is in doubt', async () => {
		await aProcess().read();
		expect(await aProcess(YEAR).read()).toBeUndefined();
	});

	test('that comes right again is believed at once, and the next doubt begins anew', async () => {
		const { read, pass, leap, doubts } = aProcess();
		await read();
		leap(YEAR);
		await read();
		pass(23 * HOUR);
		leap(-YEAR);
		expect(await read()).toBe(TODAY + 23 * HOUR);
		leap(YEAR);
		expect(await read()).toBeUndefined();
		pass(HOUR);
		expect(await read()).toBeUndefined();
		expect(doubts).toHaveLength(2);
	});

	test('of one process is not believed while another goes on with the former time', async () => {
		const right = aProcess();
		const wrong = aProcess(YEAR);
		for (let hour = 0; hour < 72; hour += 1) {
			await right.read();
			expect(await wrong.read()).toBeUndefined();
			for (const each of [right, wrong]) each.pass(HOUR);
		}
		expect(await right.read()).toBe(TODAY + 3 * DAY);
		expect(wrong.doubts).toHaveLength(1);
	});

	test('is believed at once when somebody moved it on purpose', async () => {
		const { read, believe, leap } = aProcess();
		await read();
		leap(YEAR);
		await believe();
		expect(await read()).toBe(TODAY + YEAR);
	});
});
