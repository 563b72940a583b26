/** A nudge that would come later than this is skipped, so that an outage is not followed by a flood. */
export const LATENESS_MS = 2 * 3_600_000;

/** Tells whether what was due at `strikeAt` is too old at `now`, both in epoch milliseconds. */
export function isLate(strikeAt: number, now: number): boolean {
	return now - strikeAt > LATENESS_MS;
}
