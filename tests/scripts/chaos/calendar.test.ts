import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dateIn, strikeAt } from '../../../scripts/chaos/calendar.ts';
import { START, somebody } from '../../../scripts/chaos/population.ts';
import { createRandom } from '../../../scripts/chaos/random.ts';
import { localDay } from '../../../src/nudges/local-day.ts';
import { localTime } from '../../../src/nudges/local-time.ts';
import { strikeOn } from '../../../src/nudges/next-strike.ts';
import { timeZone } from '../../../src/nudges/time-zone.ts';

test('a run reckons the times of its members as Gutsy does, through the change of clocks', () => {
	const random = createRandom(4);
	const first = Math.floor(START / 86_400_000);
	for (const { zone, times } of Array.from({ length: 60 }, () => somebody(random)))
		for (const minute of times.values())
			for (let day = first; day < first + 6; day += 1) {
				const strike = strikeOn(localDay.parse(day), localTime.parse(minute), timeZone.parse(zone));
				expect(strikeAt(zone, day, minute)).toBe(strike?.epochMilliseconds);
				expect(dateIn(zone, strikeAt(zone, day, minute))).toBe(day);
			}
});

test('the second of two equal minutes does not count', () => {
	const at = Temporal.Instant.from('2026-10-25T00:30Z').epochMilliseconds;
	expect(strikeAt('Europe/Berlin', dateIn('Europe/Berlin', at), 150)).toBe(at);
});
