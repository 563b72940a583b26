import { checkRows } from './check-rows.ts';
import { decodeText } from './decode-text.ts';
import { type FileFormat, type FileReading, MOST_ROWS, unreadable } from './entry-row.ts';
import { isCrowded } from './is-crowded.ts';
import { readCsv } from './read-csv.ts';
import { readTree } from './read-tree.ts';

/** Tells the format by the file's name; `undefined` for one that is not read. */
export function formatOf(name: string): FileFormat | undefined {
	const ending = /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase();
	if (ending === 'json' || ending === 'csv') return ending;
	return ending === 'yaml' || ending === 'yml' ? 'yaml' : undefined;
}

/** Reads a file of entries. Whatever is wrong with it comes back as problems with line, field and reason; it never throws for a file. */
export function readEntries({ name, bytes }: { name: string; bytes: Uint8Array }): FileReading {
	const format = formatOf(name);
	if (format === undefined)
		return unreadable('The file’s name ends neither in .json nor in .yaml, .yml or .csv.');
	const decoded = decodeText(bytes);
	if ('problem' in decoded) return unreadable(decoded.problem);
	const text = decoded.text.replaceAll('\r\n', '\n');
	if (isCrowded(text)) return unreadable(`The file has far more in it than ${MOST_ROWS} entries can have.`);
	const raw = format === 'csv' ? readCsv(text) : readTree(text, format);
	return 'problems' in raw ? { rows: [], problems: raw.problems } : checkRows(raw.rows);
}
