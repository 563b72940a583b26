import { z } from 'zod';
import { ModelFileError, readHeader } from '../core/linear/model-file.ts';
import { roomFor } from './phrase-index.ts';
import type { ShippedPhrases } from './shipped-phrases.ts';

// The form: the length of the header, the header as JSON, then the arrays one behind the other, wide ones first.
const START = 4;

const count = z.int().nonnegative();
const header = z.strictObject({
	madeOf: z.string(),
	entries: count,
	phrasings: count,
	places: count,
	postings: count,
});

/** The file of the phrasings. The same phrasings make the same bytes. */
export function writePhrases({ madeOf, phrases }: ShippedPhrases): Buffer {
	const { entries, entryOf, places, starts, values } = phrases;
	const written: z.infer<typeof header> = {
		madeOf,
		entries,
		phrasings: entryOf.length,
		places: places.length,
		postings: values.length,
	};
	const head = Buffer.from(JSON.stringify(written));
	const start = Buffer.alloc(START);
	start.writeUInt32LE(head.length);
	const arrays = [places, starts, phrases.phrases, values, entryOf];
	return Buffer.concat([
		start,
		head,
		...arrays.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
	]);
}

/**
 * Reads what {@link writePhrases} wrote.
 *
 * @param name of the file, for the message.
 * @throws {ModelFileError} for anything else.
 */
export function readPhrases(bytes: Buffer, name: string): ShippedPhrases {
	const bodyAt = START + (bytes.length < START ? 0 : bytes.readUInt32LE());
	const { madeOf, entries, phrasings, places, postings } = readHeader(
		header,
		bytes.subarray(START, bodyAt),
		name,
	);
	const arrays = [
		new Int32Array(places),
		new Uint32Array(places + 1),
		roomFor(postings, phrasings),
		new Uint16Array(postings),
		new Uint16Array(phrasings),
	] as const;
	const expected = arrays.reduce((sum, { byteLength }) => sum + byteLength, bodyAt);
	if (bytes.length !== expected)
		throw new ModelFileError(`${name}: has ${bytes.length} bytes where its header says ${expected}`);
	let at = bodyAt;
	for (const { buffer, byteLength } of arrays) {
		bytes.copy(new Uint8Array(buffer), 0, at, at + byteLength);
		at += byteLength;
	}
	const [placeArray, starts, phrases, values, entryOf] = arrays;
	return { madeOf, phrases: { entries, entryOf, places: placeArray, starts, phrases, values } };
}
