import { expect, test } from 'vitest';
import { createWallClocks } from '../../src/nudges/wall-clocks.ts';

const day = (date: string) => Date.parse(date) / 86_400_000;

test('wall clocks show what the zones show, minute after minute', () => {
	const read = createWallClocks();
	const at = (instant: string, zone: string) => read(Date.parse(instant), zone);
	expect(at('2026-01-05T20:30:59Z', 'Asia/Kathmandu')).toEqual({ day: day('2026-01-06'), minute: 135 });
	expect(at('2026-01-05T20:30:59Z', 'UTC')).toEqual({ day: day('2026-01-05'), minute: 1_230 });
	expect(at('2026-01-05T20:31:00Z', 'Asia/Kathmandu')).toEqual({ day: day('2026-01-06'), minute: 136 });
	expect(at('2026-03-29T00:59:59Z', 'Europe/Berlin')).toEqual({ day: day('2026-03-29'), minute: 119 });
	expect(at('2026-03-29T01:00:00Z', 'Europe/Berlin')).toEqual({ day: day('2026-03-29'), minute: 180 });
	expect(at('2026-03-29T00:59:59Z', 'Europe/Berlin')).toEqual({ day: day('2026-03-29'), minute: 119 });
});
