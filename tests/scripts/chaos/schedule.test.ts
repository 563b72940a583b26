import { expect, test } from 'vitest';
import { type ChaosEvent, scheduleOf, tickerDeaths } from '../../../scripts/chaos/schedule.ts';

function some(seed: number, count: number): ChaosEvent[] {
	const schedule = scheduleOf(seed, 50);
	return Array.from({ length: count }, () => schedule.next().value);
}

test('the same seed has the same happen, another seed something else', () => {
	expect(some(1, 100)).toEqual(some(1, 100));
	expect(some(1, 100)).not.toEqual(some(2, 100));
	const [deaths, again] = [tickerDeaths(1), tickerDeaths(1)];
	expect(Array.from({ length: 50 }, deaths)).toEqual(Array.from({ length: 50 }, again));
});

test.each([1, 2, 3])('within twenty events everything happens (seed %i)', (seed) => {
	const kinds = new Set(some(seed, 20).map(({ kind }) => kind));
	expect([...kinds].sort()).toEqual(
		['cut-power', 'four-tickers', 'kill-redis', 'kill-ticker', 'kill-worker', 'members', 'storm'].sort(),
	);
});

test('every kind of storm comes before one comes again', () => {
	const storms = some(5, 200).flatMap((event) => (event.kind === 'storm' ? [event.fault] : []));
	const names = storms.slice(0, 9).map((fault) => JSON.stringify(fault));
	expect(new Set(names).size).toBe(9);
});

test('events are as far apart as asked, on average', () => {
	const events = some(3, 1_000);
	const last = events.at(-1)?.after ?? 0;
	expect(last / events.length).toBeGreaterThan(45);
	expect(last / events.length).toBeLessThan(55);
});
