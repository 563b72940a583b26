/**
 * Lets the first of many calls through, and then one in `interval` milliseconds at most: for a log line that would bury all others.
 *
 * @param monotonic tells milliseconds since some fixed moment, such as `performance.now`.
 */
export function atMostEvery<Arguments extends unknown[]>(
	interval: number,
	monotonic: () => number,
	call: (...args: Arguments) => void,
): (...args: Arguments) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (...args) => {
		const now = monotonic();
		if (now - last < interval) return;
		last = now;
		call(...args);
	};
}
