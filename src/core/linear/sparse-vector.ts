/** A vector of which most places are zero. */
export interface SparseVector {
	/** The places that are not zero, each once. */
	readonly places: Int32Array;
	readonly values: Float32Array;
}

/** A feature of a text and how much it counts. The name may be anything: it is hashed. */
export type Feature = readonly [name: string, weight: number];

/** However often a text repeats a feature, it counts at most twice. */
const MOST_REPEATS = 2;

/**
 * Hashes features into a vector of length 1 with 2 ** `bits` places.
 *
 * @param worth how telling each place is, in any measure; all alike when left out.
 */
export function toVector(features: Iterable<Feature>, bits: number, worth?: ArrayLike<number>): SparseVector {
	const mask = 2 ** bits - 1;
	const found = new Map<number, number>();
	for (const [name, weight] of features) {
		const place = hash(name) & mask;
		found.set(place, Math.min((found.get(place) ?? 0) + weight, MOST_REPEATS * weight));
	}
	const places = Int32Array.from(found.keys());
	const values = Float32Array.from(found, ([place, weight]) => weight * (worth?.[place] ?? 1));
	const length = Math.hypot(...values);
	return { places, values: length === 0 ? values : values.map((value) => value / length) };
}

/** FNV-1a over UTF-16 units, its bits mixed once more because the low ones are used alone. */
function hash(text: string): number {
	let code = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
	code = Math.imul(code ^ (code >>> 15), 0x2c1b3c6d);
	return (code ^ (code >>> 12)) >>> 0;
}
