import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	countedHistory,
	HISTORY_DAYS,
	type Mark,
	packHistory,
	stillOpen,
	unpackHistory,
	withMarks,
} from '../../src/nudges/history.ts';
import { localDay } from '../../src/nudges/local-day.ts';

const day = (value: number) => localDay.parse(value);
const anyHistory = fc
	.array(
		fc.tuple(fc.integer({ min: 20_400, max: 20_581 }), fc.constantFrom<Mark>('done', 'not-today', 'missed')),
	)
	.map((marks) => new Map(marks.map(([value, mark]) => [day(value), mark] as const)));

describe('a history', () => {
	test('reads back as it was packed, in a third as many characters as days', () => {
		fc.assert(
			fc.property(anyHistory, (history) => {
				const { lastDay, packed } = packHistory(history);
				expect(unpackHistory(lastDay, packed)).toEqual(history);
				expect(packed.length).toBeLessThanOrEqual(Math.ceil(HISTORY_DAYS / 3));
			}),
		);
	});

	test('forgets what is older than half a year', () => {
		const old = withMarks(new Map(), [day(20_000), day(20_001)], 'done');
		const next = withMarks(old, [day(20_000 + HISTORY_DAYS)], 'missed');
		expect([...next.keys()]).toEqual([20_001, 20_000 + HISTORY_DAYS]);
	});

	test('tells what is still open: today and the day before, unless it was answered', () => {
		const history = new Map<ReturnType<typeof day>, Mark>([[day(20_002), 'done']]);
		const open = [day(20_000), day(20_001), day(20_002), day(20_003), day(20_004)];
		expect(stillOpen({ history, open }, day(20_003))).toEqual([day(20_003)]);
		expect(stillOpen({ history, open }, day(20_001))).toEqual([day(20_000), day(20_001)]);
	});

	test('counts what was left open as missed once its next day is over, until it is answered', () => {
		const history = new Map<ReturnType<typeof day>, Mark>([[day(20_000), 'done']]);
		const open = [day(20_001), day(20_002), day(20_003)];
		expect(countedHistory({ history, open }, day(20_003))).toEqual(
			new Map(history).set(day(20_001), 'missed'),
		);
		const answered = { history: new Map(history).set(day(20_001), 'done'), open: open.slice(1) };
		expect(countedHistory(answered, day(20_003))).toEqual(answered.history);
	});
});
