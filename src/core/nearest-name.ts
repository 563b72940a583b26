/** Finds the name that takes the fewest slips to become `typed`, if `most` slips are enough: a letter too few, too many, another or swapped. */
export function nearestName(typed: string, names: Iterable<string>, most: number): string | undefined {
	let nearest: string | undefined;
	let fewest = most + 1;
	for (const name of names) {
		const slips = countSlips(typed, name);
		if (slips >= fewest) continue;
		fewest = slips;
		nearest = name;
	}
	return nearest;
}

function countSlips(typed: string, name: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: name.length + 1 }, (_, column) => column);
	for (let row = 1; row <= typed.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= name.length; column += 1) {
			const same = typed[row - 1] === name[column - 1];
			const swapped = typed[row - 1] === name[column - 2] && typed[row - 2] === name[column - 1];
			current[column] = Math.min(
				at(last, column) + 1,
				at(current, column - 1) + 1,
				at(last, column - 1) + (same ? 0 : 1),
				...(swapped ? [at(beforeLast, column - 2) + 1] : []),
			);
		}
		[beforeLast, last] = [last, current];
	}
	return at(last, name.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}
