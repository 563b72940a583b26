const DAY_MS = 86_400_000;
const HALF_A_YEAR = 182;

/** The day by which a text that was read at `now` (epoch milliseconds) should be read again, such as `2027-05-22`. */
export function reviewDay(now: number): string {
	return new Date(now + HALF_A_YEAR * DAY_MS).toISOString().slice(0, 10);
}
