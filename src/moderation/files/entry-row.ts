import type { EntryTexts } from '../../core/entry-texts.ts';

/** What a file says of one entry. */
export interface EntryRow {
	readonly id: string;
	/** The line of the file on which it begins, from 1. */
	readonly line: number;
	/** Whether members of the server do not get it. */
	readonly hidden: boolean;
	/** Without texts of its own the shipped ones stand. */
	readonly texts: EntryTexts | undefined;
}

/** Why something in a file cannot be used, in words for the moderator. */
export interface FileProblem {
	/** From 1; absent where it is about the file as a whole. */
	readonly line: number | undefined;
	/** The line on which the entry begins that it is about; absent where it is about the file as a whole. */
	readonly row?: number | undefined;
	/** Such as `title`, or `aliases 2`. */
	readonly field: string | undefined;
	readonly reason: string;
}

/** All that a file says; rows with a problem are left out. */
export interface FileReading {
	readonly rows: readonly EntryRow[];
	readonly problems: readonly FileProblem[];
}

/** Something that a file says of an entry, not checked yet. */
export interface RawRow {
	readonly line: number;
	/** By name: what stands there, and on which line. */
	readonly fields: ReadonlyMap<string, { readonly value: unknown; readonly line: number }>;
}

export type FileFormat = 'json' | 'yaml' | 'csv';

/** The fields that an entry may have in a file, in the order in which they are written. */
export const FIELDS = ['id', 'hidden', 'title', 'topic', 'aliases', 'answer', 'source'] as const;

export const MOST_BYTES = 1024 * 1024;
export const MOST_ROWS = 500;

/** A problem of the whole file. */
export function unreadable(reason: string, line?: number): FileReading {
	return { rows: [], problems: [{ line, field: undefined, reason }] };
}
