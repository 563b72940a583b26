import { setImmediate } from 'node:timers/promises';

/** Maps items, and after every few of them lets whatever else waits have its turn: for work that would hold everybody up. */
export async function inTurns<Item, Result>(
	items: readonly Item[],
	few: number,
	map: (item: Item) => Result,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const [index, item] of items.entries()) {
		if (index > 0 && index % few === 0) await setImmediate();
		results.push(map(item));
	}
	return results;
}
