const MINUTE_MS = 60_000;

/**
 * Reports the first of a burst at once and then at most one a minute, each with the number of those left out before it.
 *
 * @param monotonic milliseconds since some fixed moment, never set, such as `performance.now`.
 */
export function seldom<Event>(
	monotonic: () => number,
	report: (event: Event, leftOut: number) => void,
): (event: Event) => void {
	let last = Number.NEGATIVE_INFINITY;
	let leftOut = 0;
	return (event) => {
		if (monotonic() - last < MINUTE_MS) {
			leftOut += 1;
			return;
		}
		report(event, leftOut);
		last = monotonic();
		leftOut = 0;
	};
}
