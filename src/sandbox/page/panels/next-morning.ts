/** 09:00 of the following day, in the reader's time zone. */
export function nextMorning(now: number): number {
	const date = new Date(now);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 9).getTime();
}
