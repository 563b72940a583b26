import { createHash } from 'node:crypto';
import type { LinearModel } from './linear-model.ts';
import { createVectorizer, type Describe, type SparseVector } from './sparse-vector.ts';

/** A line to learn from. */
export interface Example {
	readonly text: string;
	readonly label: string;
	/** How much a mistake on it costs; 1 when left out. */
	readonly cost?: number;
}

interface Options {
	/** In the order that the model will give them. */
	labels: readonly string[];
	describe: Describe;
	bits: number;
	/** As {@link createVectorizer} takes it. */
	least?: number;
	epochs: number;
	/** The first step; steps grow smaller to the end. */
	rate: number;
	/** How strongly weights are pulled to zero. */
	decay: number;
}

/**
 * Trains a softmax by gradient descent. No chance and no clock: the same examples in the same order make the same
 * model, to the byte.
 */
export function trainModel(examples: readonly Example[], options: Options): LinearModel {
	const { labels, describe, bits, least, epochs, rate, decay } = options;
	const worth = worthOf(examples, describe, bits);
	const vectorOf = createVectorizer(describe, bits, worth, least);
	const vectors = examples.map(({ text }) => vectorOf(text));
	const targets = examples.map(({ label }) => indexOf(labels, label));
	const count = labels.length;
	const weights = new Float32Array(2 ** bits * count);
	const biases = new Float32Array(count);
	const order = examples.map((_, index) => index);
	const next = pseudoRandom(examples.length);
	for (let epoch = 0; epoch < epochs; epoch += 1) {
		shuffle(order, next);
		const step = rate * (1 - epoch / epochs);
		for (const index of order) {
			const vector = vectors[index];
			if (vector)
				learn(vector, targets[index] ?? 0, {
					weights,
					biases,
					step: step * (examples[index]?.cost ?? 1),
					decay,
				});
		}
	}
	return { labels, bits, worth, ...toBytes(weights, count), biases, trainedOn: fingerprint(examples) };
}

/** Identifies lines and their labels. */
export function fingerprint(examples: readonly Example[]): string {
	const hash = createHash('sha256');
	for (const { text, label } of examples) hash.update(`${label}\n${text}\n`);
	return hash.digest('hex').slice(0, 16);
}

function learn(
	{ places, values }: SparseVector,
	target: number,
	{
		weights,
		biases,
		step,
		decay,
	}: { weights: Float32Array; biases: Float32Array; step: number; decay: number },
): void {
	const count = biases.length;
	const sums = Float64Array.from(biases);
	for (let at = 0; at < places.length; at += 1) {
		const start = (places[at] ?? 0) * count;
		const value = values[at] ?? 0;
		for (let label = 0; label < count; label += 1)
			sums[label] = (sums[label] ?? 0) + (weights[start + label] ?? 0) * value;
	}
	const highest = sums.reduce((one, other) => Math.max(one, other));
	const powers = sums.map((sum) => Math.exp(sum - highest));
	const total = powers.reduce((sum, power) => sum + power, 0);
	const errors = powers.map((power, label) => power / total - (label === target ? 1 : 0));
	for (let at = 0; at < places.length; at += 1) {
		const start = (places[at] ?? 0) * count;
		const value = values[at] ?? 0;
		for (let label = 0; label < count; label += 1) {
			const weight = weights[start + label] ?? 0;
			weights[start + label] = weight - step * ((errors[label] ?? 0) * value + decay * weight);
		}
	}
	// Labels with more lines must not win by that alone, so biases move little.
	for (let label = 0; label < count; label += 1)
		biases[label] = (biases[label] ?? 0) - 0.1 * step * (errors[label] ?? 0);
}

/** How telling each place is, in 255ths: what few lines have tells more. */
function worthOf(examples: readonly Example[], describe: Describe, bits: number): Uint8Array {
	const lines = new Float64Array(2 ** bits);
	const vectorOf = createVectorizer(describe, bits);
	for (const { text } of examples)
		for (const place of vectorOf(text).places) lines[place] = (lines[place] ?? 0) + 1;
	const most = Math.log(1 + examples.length);
	return Uint8Array.from(lines, (count) =>
		Math.round((255 * Math.log((1 + examples.length) / (1 + count))) / most),
	);
}

function toBytes(weights: Float32Array, count: number): Pick<LinearModel, 'weights' | 'scales'> {
	const highest = new Float32Array(count);
	for (const [at, weight] of weights.entries())
		highest[at % count] = Math.max(highest[at % count] ?? 0, Math.abs(weight));
	const scales = highest.map((each) => (each === 0 ? 1 : each / 127));
	return {
		scales,
		weights: Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % count] ?? 1))),
	};
}

function indexOf(labels: readonly string[], label: string): number {
	const index = labels.indexOf(label);
	if (index < 0) throw new RangeError(`No such label: ${label}`);
	return index;
}

function shuffle(order: number[], next: () => number): void {
	for (let at = order.length - 1; at > 0; at -= 1) {
		const other = next() % (at + 1);
		[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
	}
}

/** Numbers that look like chance and are the same every time. */
function pseudoRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
}
