import type { SparseVector } from './sparse-vector.ts';

/**
 * A softmax over weighted features, small enough to ship: a byte for each weight.
 *
 * The weight of label `l` at place `p` is `weights[p * labels.length + l] * scales[l]`.
 */
export interface LinearModel {
	readonly labels: readonly string[];
	/** Vectors have 2 ** bits places. */
	readonly bits: number;
	/** How telling each place is, in 255ths, for the vectors that it is given. */
	readonly worth: Uint8Array;
	readonly weights: Int8Array;
	readonly scales: Float32Array;
	readonly biases: Float32Array;
	/** Identifies the lines that it was trained on. */
	readonly trainedOn: string;
}

/** How likely each label is, in the order of the labels; the sum is 1. */
export function predict(model: LinearModel, { places, values }: SparseVector): Float32Array {
	const { labels, weights, scales, biases } = model;
	const count = labels.length;
	const sums = new Float32Array(count);
	for (let at = 0; at < places.length; at += 1) {
		const value = values[at] ?? 0;
		const start = (places[at] ?? 0) * count;
		for (let label = 0; label < count; label += 1)
			sums[label] = (sums[label] ?? 0) + (weights[start + label] ?? 0) * value;
	}
	return softmax(sums.map((sum, label) => sum * (scales[label] ?? 0) + (biases[label] ?? 0)));
}

/** Turns any numbers into shares of 1. */
export function softmax(scores: Float32Array): Float32Array {
	const highest = Math.max(...scores);
	const powers = scores.map((score) => Math.exp(score - highest));
	const total = powers.reduce((sum, power) => sum + power, 0);
	return powers.map((power) => power / total);
}
