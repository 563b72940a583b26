import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HISTORY_DAYS, type Mark, packHistory, unpackHistory, withMarks } from '../../src/nudges/history.ts';
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
});
