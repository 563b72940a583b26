/** A vector of which most places are zero. */
export interface SparseVector {
	/** The places that are not zero, each once. */
	readonly places: Int32Array;
	readonly values: Float32Array;
}

/** Takes a feature of a text, by its hash, and how much it counts. */
export type AddFeature = (hash: number, weight: number) => void;

/** Tells the features of a text. */
export type Describe = (text: string, add: AddFeature) => void;

/** However often a text repeats a feature, it counts at most twice. */
const MOST_REPEATS = 2;

/**
 * Makes vectors of length 1 with 2 ** `bits` places out of texts.
 *
 * @param worth how telling each place is, in any measure; all alike when left out.
 * @param least length, before it is made 1, of a text that says enough; what says less gets a shorter vector, and so less certainty.
 */
export function createVectorizer(
	describe: Describe,
	bits: number,
	worth?: ArrayLike<number>,
	least = 0,
): (text: string) => SparseVector {
	const mask = 2 ** bits - 1;
	// Used again for each text and left empty, because a text touches few of its places.
	const sums = new Float32Array(2 ** bits);
	const touched: number[] = [];

	function add(hash: number, weight: number): void {
		const place = (hash ^ (hash >>> 15)) & mask;
		const sum = sums[place] ?? 0;
		if (sum === 0) touched.push(place);
		sums[place] = Math.min(sum + weight, MOST_REPEATS * weight);
	}

	return (text) => {
		touched.length = 0;
		describe(text, add);
		const places = Int32Array.from(touched);
		const values = new Float32Array(places.length);
		let squares = 0;
		for (let at = 0; at < places.length; at += 1) {
			const place = places[at] ?? 0;
			const value = (sums[place] ?? 0) * (worth?.[place] ?? 1);
			values[at] = value;
			squares += value * value;
			sums[place] = 0;
		}
		const length = Math.max(Math.sqrt(squares), least) || 1;
		for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
		return { places, values };
	};
}
