import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTicker } from '../../src/nudges/ticker.ts';
import { cursor } from '../../src/redis/keys.ts';
import { useRoad } from './road.ts';

const road = useRoad();
const MEMBER = '123456789012345678';
const TICK_QUEUE = 'nudge-tick';

describe('the ticker', () => {
	test('is driven by one job scheduler, however many tickers there are', async () => {
		await Promise.all([road().ticker(), road().ticker()]);
		const schedulers = await road().queue(TICK_QUEUE).getJobSchedulers();
		expect(schedulers.map(({ every }) => every)).toEqual([15_000]);
	});

	test('looks again for who asks during a look', async () => {
		const { clock, counter } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'diet', '8');
		const under = ticker.tickNow();
		clock.set('2026-01-05T08:00Z');
		await Promise.all([under, ticker.clockMoved()]);
		await ticker.tickNow();
		expect(counter.of('enqueued')).toBe(1);
	});

	test('says why a look failed, and looks again', async () => {
		const { client, clock, counter, log } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'diet', '8');
		await client.del(cursor(15));
		await client.lpush(cursor(15), 'no text');
		clock.set('2026-01-05T08:00Z');
		await expect(ticker.clockMoved()).rejects.toThrow('1 of 16 shards');
		await client.del(cursor(15));
		await ticker.tickNow();
		expect(counter.of('enqueued')).toBe(1);
		expect(log.lines.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(1);
	});
});

test('an outage of Redis is told once by each, not with every attempt to connect', async () => {
	const { client, counter, log, redis } = road();
	const ticker = await road().ticker();
	await road().worker();
	await redis.killHard();
	let attempts = 0;
	await new Promise<void>((resolve) => {
		client.on('error', () => {
			attempts += 1;
			if (attempts === 10) resolve();
		});
	});
	await redis.restart();
	await road().optIn(MEMBER, 'diet', '8');
	await road().tickAt(ticker, '2026-01-05T08:00:05Z');
	await counter.until('sent', 1);
	const troubles = log.lines.filter(({ message }) => message.includes('trouble with Redis'));
	expect(troubles.map(({ fields }) => fields['leftOut'])).toEqual([0, 0]);
});

describe('the watchdog', () => {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	/** A ticker whose scheduler stands still, on a steady clock that the test moves. */
	async function aLonelyTicker() {
		const { client, clock, counter, log } = road();
		await road().queue(TICK_QUEUE).pause();
		let steady = 0;
		const monotonic = () => steady;
		const ticker = await createTicker({
			redis: client,
			clock: clock.now,
			monotonic,
			log,
			count: counter.count,
		});
		await road().optIn(MEMBER, 'diet', '8');
		await ticker.tickNow();
		return {
			ticker,
			pass(ms: number) {
				clock.pass(ms);
				steady += ms;
				vi.advanceTimersByTime(15_000);
			},
		};
	}

	test.each([
		['leaves it to the scheduler for up to 45 seconds', 44_000, 0],
		['looks by itself when nothing has for 45 seconds', 45_000, 1],
	])('%s', async (_case, silence, enqueued) => {
		const { clock, counter } = road();
		const { ticker, pass } = await aLonelyTicker();
		clock.set('2026-01-05T07:59:20Z');
		await ticker.clockMoved();
		pass(silence);
		await ticker.close();
		expect(counter.of('enqueued')).toBe(enqueued);
	});
});
