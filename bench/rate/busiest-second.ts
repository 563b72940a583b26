/** The most instants that lie within any second, wherever it begins. Takes them in milliseconds and in order. */
export function busiestSecond(instants: readonly number[]): number {
	let most = 0;
	let first = 0;
	for (const [last, instant] of instants.entries()) {
		while (instant - (instants[first] ?? 0) >= 1_000) first += 1;
		most = Math.max(most, last - first + 1);
	}
	return most;
}
