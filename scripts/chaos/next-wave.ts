import { createStrikes, dateIn } from './calendar.ts';
import type { Timeline } from './timeline.ts';

/** A nudge comes up to nine minutes later than asked, unless the member wants it sharp. */
export const SPREAD_MS = 9 * 60_000;

/** What is due within that time of each other comes in one wave. */
const TOGETHER_MS = 15 * 60_000;
/** The clock stops some seconds into the minute. */
const INTO_THE_MINUTE_MS = 20_000;

/** Finds the moment to which the clock is to move next, when all is due that comes close together. */
export function createNextWave(): (timelines: readonly Timeline[], now: number) => number | undefined {
	const strikes = createStrikes();
	return (timelines, now) => {
		const ahead = new Set<number>();
		for (const { versions } of timelines) {
			const wanted = versions.at(-1)?.wanted;
			if (wanted === undefined) continue;
			const today = dateIn(wanted.zone, now);
			for (const minute of wanted.times.values())
				for (const day of [today, today + 1]) {
					const last = strikes(wanted.zone, day, minute) + (wanted.exact ? 0 : SPREAD_MS);
					if (last > now) ahead.add(last);
				}
		}
		const sorted = [...ahead].sort((a, b) => a - b);
		const [first] = sorted;
		if (first === undefined) return undefined;
		return (sorted.findLast((each) => each < first + TOGETHER_MS) ?? first) + INTO_THE_MINUTE_MS;
	};
}
