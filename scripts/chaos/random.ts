/** Numbers that look random and are the same for the same seed. */
export interface Random {
	/** From 0 to just below 1. */
	next(): number;
	/** A whole number from 0 to just below `limit`. */
	below(limit: number): number;
	pick<Item>(items: readonly [Item, ...Item[]]): Item;
	shuffle<Item>(items: readonly Item[]): Item[];
}

const GOLDEN = 0x9e3779b9;

export function createRandom(seed: number): Random {
	let state = seed >>> 0;

	function next(): number {
		state = (state + GOLDEN) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
	}

	const below = (limit: number) => Math.floor(next() * limit);
	return {
		next,
		below,
		pick: (items) => items[below(items.length)] ?? items[0],
		shuffle(items) {
			const left = [...items];
			return items.flatMap(() => left.splice(below(left.length), 1));
		},
	};
}
