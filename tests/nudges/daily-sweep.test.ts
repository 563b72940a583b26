import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDailySweep } from '../../src/nudges/daily-sweep.ts';
import type { LocalDay } from '../../src/nudges/local-day.ts';
import { aLog } from '../support/a-log.ts';
import { aClock } from './stage.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const LOOK = 10 * 60_000;

function aSweep(sweep: (today: LocalDay) => Promise<{ corrupt: number }>) {
	const clock = aClock('2026-01-05T08:00Z');
	const log = aLog();
	const swept: number[] = [];
	const doubted = { yes: false };
	const daily = startDailySweep({
		stores: [
			{
				async sweep(today) {
					swept.push(today);
					return sweep(today);
				},
			},
		],
		time: { read: async () => (doubted.yes ? undefined : clock.now()) },
		log,
	});
	return { clock, doubted, log, swept, daily };
}

describe('the daily sweep', () => {
	test('sweeps once a date', async () => {
		const { clock, swept, daily } = aSweep(async () => ({ corrupt: 0 }));
		expect(swept).toEqual([]);
		await vi.advanceTimersByTimeAsync(3 * LOOK);
		expect(swept).toEqual([20_458]);
		clock.set('2026-01-06T00:00Z');
		await vi.advanceTimersByTimeAsync(3 * LOOK);
		expect(swept).toEqual([20_458, 20_459]);
		await daily.close();
		clock.set('2026-01-07T00:00Z');
		await vi.advanceTimersByTimeAsync(3 * LOOK);
		expect(swept).toHaveLength(2);
	});

	test('tries again after a failure, and says so', async () => {
		const { log, swept, daily } = aSweep(async () => {
			if (swept.length === 1) throw new Error('Redis is away');
			return { corrupt: 0 };
		});
		await vi.advanceTimersByTimeAsync(3 * LOOK);
		expect(swept).toHaveLength(2);
		expect(log.lines).toMatchObject([{ level: 'warn' }]);
		await daily.close();
	});

	test('waits while the time is in doubt', async () => {
		const { doubted, swept, daily } = aSweep(async () => ({ corrupt: 0 }));
		doubted.yes = true;
		await vi.advanceTimersByTimeAsync(3 * LOOK);
		expect(swept).toEqual([]);
		doubted.yes = false;
		await vi.advanceTimersByTimeAsync(LOOK);
		expect(swept).toEqual([20_458]);
		await daily.close();
	});

	test('tells of what cannot be read', async () => {
		const { log, daily } = aSweep(async () => ({ corrupt: 2 }));
		await vi.advanceTimersByTimeAsync(LOOK);
		expect(log.lines).toMatchObject([{ level: 'error', fields: { corrupt: 2 } }]);
		await daily.close();
	});
});
