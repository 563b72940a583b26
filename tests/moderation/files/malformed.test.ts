import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileFormat, FileReading } from '../../../src/moderation/files/entry-row.ts';
import { readEntries } from '../../../src/moderation/files/read-entries.ts';
import { writeEntries } from '../../../src/moderation/files/write-entries.ts';
import { someRows } from './an-entry-file.ts';

type Harm = (bytes: Buffer, at: number, other: number) => Buffer;

/** What happens to files on their way through editors, spreadsheets, networks and hands. */
const HARMS: Record<string, Harm> = {
	'cut off': (bytes, at) => bytes.subarray(0, at),
	'begun in the middle': (bytes, at) => bytes.subarray(at),
	'with bytes flipped': (bytes, at, other) => {
		const harmed = Buffer.from(bytes);
		for (const place of [at, other]) harmed[place] = (harmed[place] ?? 0) ^ 0xff;
		return harmed;
	},
	'with a part twice': (bytes, at, other) =>
		Buffer.concat([bytes.subarray(0, Math.max(at, other)), bytes.subarray(Math.min(at, other))]),
	'with a part missing': (bytes, at, other) =>
		Buffer.concat([bytes.subarray(0, Math.min(at, other)), bytes.subarray(Math.max(at, other))]),
	'with ids alike': (bytes) =>
		Buffer.from(bytes.toString().replace(/"id": "[^"]*"|^[a-z0-9-]+(?=,)|id: \S+/gm, '"id": "same"')),
	'with names swapped': (bytes) =>
		Buffer.from(bytes.toString().replaceAll('title', '__proto__').replaceAll('topic', 'title')),
	'in UTF-16': (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le'),
	'in Latin-1': (bytes) => Buffer.from(`${bytes.toString()}\u00e9`, 'latin1'),
	'with quotes everywhere': (bytes) => Buffer.from(bytes.toString().replaceAll(/[ ,:]/g, '"$&')),
	'nested deeply': (bytes, at) => Buffer.from(`${'['.repeat(at)}${bytes.toString()}`),
	'blown up': (bytes) => Buffer.alloc(1024 * 1024 + 1, bytes.byteLength === 0 ? 'x' : bytes),
	'with another ending': (bytes) => bytes,
};

const FORMATS: readonly FileFormat[] = ['json', 'yaml', 'csv'];

test('300 harmed files are read as far as they make sense, or told what is wrong, and never throw', () => {
	const told: Record<string, number> = {};
	fc.assert(
		fc.property(
			someRows,
			fc.constantFrom(...FORMATS),
			fc.constantFrom(...Object.keys(HARMS)),
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			(rows, format, harm, at, other) => {
				const bytes = Buffer.from(writeEntries(rows, format));
				const place = (share: number) => Math.floor(share * bytes.byteLength);
				const harmed = HARMS[harm]?.(bytes, place(at), place(other)) ?? bytes;
				const name = harm === 'with another ending' ? 'entries.doc' : `entries.${format}`;
				const reading: FileReading = readEntries({ name, bytes: harmed });
				for (const { reason, line } of reading.problems) {
					expect(reason).toMatch(/^[A-Z“].+[.!?]$/s);
					expect(line ?? 1).toBeGreaterThan(0);
				}
				for (const row of reading.rows) expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
				expect(reading.rows.length > 0 || reading.problems.length > 0 || isEmptyList(harmed)).toBe(true);
				if (reading.problems.length > 0) told[harm] = (told[harm] ?? 0) + 1;
			},
		),
		{ numRuns: 300 },
	);
	expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
	expect(Object.keys(told).length).toBeGreaterThan(8);
});

/** A list without entries is nothing wrong. */
function isEmptyList(bytes: Buffer): boolean {
	return /^[^\n]*(\[\s*\]|id[^\n]*)\s*\}?\s*$/.test(bytes.toString());
}
