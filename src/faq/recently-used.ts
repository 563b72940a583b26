/** Keeps what was made, as far as there is room; what was used longest ago goes first. */
export interface RecentlyUsed<Key, Value> {
	/** What is kept for the key, or what `make` gives. */
	of(key: Key, make: () => Value): Value;
}

/**
 * @param sizeOf how much of the room it takes; always the same for the same key and value.
 * @param room what all that is kept may take together; what was used last is kept whatever it takes.
 */
export function createRecentlyUsed<Key, Value>(
	sizeOf: (key: Key, value: Value) => number,
	room: number,
): RecentlyUsed<Key, Value> {
	const kept = new Map<Key, { value: Value; size: number }>();
	let taken = 0;

	function add(key: Key, value: Value) {
		const size = sizeOf(key, value);
		taken += size;
		return { value, size };
	}

	return {
		of(key, make) {
			const used = kept.get(key) ?? add(key, make());
			kept.delete(key);
			kept.set(key, used);
			for (const [oldest, { size }] of kept) {
				if (taken <= room || oldest === key) break;
				kept.delete(oldest);
				taken -= size;
			}
			return used.value;
		},
	};
}
