/** Letters dropped, added, changed or swapped to get from one word to the other. */
export function slipsBetween(one: string, other: string): number {
	let before: number[] = [];
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let at = 1; at <= one.length; at += 1) {
		const next = [at];
		for (let to = 1; to <= other.length; to += 1) {
			const same = one[at - 1] === other[to - 1];
			let cost = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1));
			if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
				cost = Math.min(cost, (before[to - 2] ?? 0) + 1);
			next[to] = cost;
		}
		before = row;
		row = next;
	}
	return row[other.length] ?? 0;
}
