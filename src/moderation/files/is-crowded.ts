/** How often each sign that parts one thing from the next may stand in a file: many times what full files of texts have. */
const MOST: readonly (readonly [signs: string, most: number])[] = [
	['[]{}', 20_000],
	['\n', 60_000],
	[',:?-"\'#&|>', 100_000],
];

/** Whether parsing a text would take long enough to keep everybody else waiting: a file can be small and still hold a million things. */
export function isCrowded(text: string): boolean {
	const rooms = new Map(MOST.flatMap(([signs, most]) => [...signs].map((sign) => [sign, most] as const)));
	for (const sign of text) {
		const left = rooms.get(sign);
		if (left === undefined) continue;
		if (left === 0) return true;
		rooms.set(sign, left - 1);
	}
	return false;
}
