import { z } from 'zod';
import type { LinearModel } from './linear-model.ts';

/** A model file that cannot be used, and why. */
export class ModelFileError extends Error {
	override name = 'ModelFileError';
}

// The form: the four letters, the length of the header, the header as JSON, a byte for the worth of each place,
// then a byte for each weight.
const MAGIC = 'GLM1';
const START = 8;

const header = z.strictObject({
	bits: z.int().min(8).max(20),
	labels: z.array(z.string()).min(2),
	scales: z.array(z.number()),
	biases: z.array(z.number()),
	trainedOn: z.string(),
});

/** The file of a model. The same model makes the same bytes. */
export function writeModel({ weights, worth, ...model }: LinearModel): Buffer {
	const { bits, labels, trainedOn } = model;
	const written: z.infer<typeof header> = {
		bits,
		labels: [...labels],
		scales: [...model.scales],
		biases: [...model.biases],
		trainedOn,
	};
	const head = Buffer.from(JSON.stringify(written));
	const start = Buffer.alloc(START);
	start.write(MAGIC, 'latin1');
	start.writeUInt32LE(head.length, MAGIC.length);
	return Buffer.concat([start, head, worth, Buffer.from(weights.buffer, weights.byteOffset, weights.length)]);
}

/**
 * Reads what {@link writeModel} wrote.
 *
 * @param name of the file, for the message.
 * @throws {ModelFileError} for anything else.
 */
export function readModel(bytes: Buffer, name: string): LinearModel {
	if (bytes.length < START || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
		throw new ModelFileError(`${name}: not a model file of this version`);
	const bodyAt = START + bytes.readUInt32LE(MAGIC.length);
	const { bits, labels, scales, biases, trainedOn } = readHeader(header, bytes.subarray(START, bodyAt), name);
	const places = 2 ** bits;
	const expected = bodyAt + places + places * labels.length;
	if (bytes.length !== expected || scales.length !== labels.length || biases.length !== labels.length)
		throw new ModelFileError(`${name}: has ${bytes.length} bytes where its header says ${expected}`);
	const body = new Uint8Array(bytes.subarray(bodyAt));
	return {
		labels,
		bits,
		trainedOn,
		scales: Float32Array.from(scales),
		biases: Float32Array.from(biases),
		worth: body.subarray(0, places),
		weights: new Int8Array(body.buffer, body.byteOffset + places),
	};
}

/** Reads the JSON at the head of such a file. */
export function readHeader<Header>(schema: z.ZodType<Header>, bytes: Buffer, name: string): Header {
	const parsed = schema.safeParse(parseJson(bytes.toString('utf8')));
	if (parsed.success) return parsed.data;
	throw new ModelFileError(`${name}: the header cannot be read`, { cause: parsed.error });
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
