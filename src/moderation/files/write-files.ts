import { type EntryRow, type FileFormat, MOST_BYTES, MOST_ROWS } from './entry-row.ts';
import { isCrowded } from './is-crowded.ts';
import { writeEntries } from './write-entries.ts';

/** Writes entries into as many files as it takes for each to be read again; one for none. */
export function writeFiles(rows: readonly Omit<EntryRow, 'line'>[], format: FileFormat): string[] {
	for (let count = 1; ; count += 1) {
		const size = Math.max(1, Math.ceil(rows.length / count));
		const files = Array.from({ length: Math.ceil(rows.length / size) || 1 }, (_none, at) =>
			writeEntries(rows.slice(at * size, (at + 1) * size), format),
		);
		if (size === 1 || (size <= MOST_ROWS && files.every(isReadable))) return files;
	}
}

function isReadable(file: string): boolean {
	return Buffer.byteLength(file) <= MOST_BYTES && !isCrowded(file);
}
