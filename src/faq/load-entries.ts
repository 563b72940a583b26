import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkTogether } from './check-together.ts';
import { ContentError, type ContentProblem } from './content-error.ts';
import type { Entry } from './entry.ts';
import { type ParsedEntry, parseEntry } from './parse-entry.ts';

/**
 * Reads every entry of a folder, sorted by id.
 *
 * @throws {ContentError} that lists all that is wrong, when anything is; nothing is half loaded.
 */
export function loadEntries(folder: string): Entry[] {
	const files = readdirSync(folder)
		.filter((file) => !file.startsWith('.'))
		.sort();
	if (files.length === 0) {
		throw new ContentError([{ file: folder, field: 'folder', message: 'Expected at least one entry' }]);
	}

	const entries: Entry[] = [];
	const problems: ContentProblem[] = [];
	for (const file of files) {
		const parsed = readEntry(folder, file);
		if ('entry' in parsed) entries.push(parsed.entry);
		else problems.push(...parsed.problems);
	}
	// A link to a broken entry is not a dead one: it is reported once, at the entry.
	problems.push(...checkTogether(entries, new Set(files.map((file) => basename(file, '.md')))));
	if (problems.length > 0) throw new ContentError(problems);
	return entries;
}

function readEntry(folder: string, file: string): ParsedEntry {
	if (!file.endsWith('.md')) {
		return { problems: [{ file, field: 'file name', message: 'Expected only files that end in .md' }] };
	}
	const text = decodeUtf8(readFileSync(join(folder, file)));
	return text === undefined
		? { problems: [{ file, field: 'text', message: 'Expected UTF-8' }] }
		: parseEntry(file, text);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
