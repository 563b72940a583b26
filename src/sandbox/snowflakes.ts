const discordEpoch = 1_420_070_400_000n;
const bitsBelowTime = 22n;

/** Makes Discord ids from a clock: unique and ever increasing, also when the clock stands still or is moved back. */
export function createSnowflakes(now: () => number, last = '0'): { next(): string; last(): string } {
	let latest = BigInt(last);
	return {
		next() {
			const fromClock = (BigInt(Math.trunc(now())) - discordEpoch) << bitsBelowTime;
			latest = fromClock > latest ? fromClock : latest + 1n;
			return latest.toString();
		},
		last: () => latest.toString(),
	};
}

/** Orders two snowflakes by age, oldest first. */
export function bySnowflake(a: { id: string }, b: { id: string }): number {
	return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
