import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/faq/content-error.ts';
import { loadEntries } from '../../src/faq/load-entries.ts';
import { anEntryFile } from './an-entry-file.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'gutsy-faq-'));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

function write(files: Record<string, string | Uint8Array>): void {
	for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

function refusal(): ContentError {
	try {
		loadEntries(folder);
	} catch (error) {
		if (error instanceof ContentError) return error;
		throw error;
	}
	throw new Error('The entries were loaded');
}

const other = (changes: Record<string, string | undefined> = {}) =>
	anEntryFile({ title: 'Does food matter?', aliases: '[is food good]', ...changes });

describe('loadEntries()', () => {
	test('loads every entry, sorted by id, and passes over hidden files', () => {
		write({ 'sleep.md': anEntryFile({ related: '[food]' }), 'food.md': other(), '.DS_Store': 'x' });
		expect(loadEntries(folder).map(({ id }) => id)).toStrictEqual(['food', 'sleep']);
	});

	test('refuses an empty folder', () => {
		expect(refusal().problems).toStrictEqual([
			{ file: folder, field: 'folder', message: 'Expected at least one entry' },
		]);
	});

	test.each([
		[
			'a missing title',
			{ 'a.md': anEntryFile({ title: undefined }) },
			'a.md',
			'title',
			'The title is missing',
		],
		['a text that is not UTF-8', { 'a.md': Uint8Array.of(0xff, 0xfe) }, 'a.md', 'text', 'Expected UTF-8'],
		['a file of another sort', { 'a.md': anEntryFile(), 'b.txt': 'x' }, 'b.txt', 'file name', '.md'],
		[
			'a dead link',
			{ 'a.md': anEntryFile({ related: '[gone]' }) },
			'a.md',
			'related.0',
			'There is no entry "gone"',
		],
		[
			'a link to itself',
			{ 'a.md': anEntryFile({ related: '[a]' }) },
			'a.md',
			'related.0',
			'cannot be related to itself',
		],
		[
			'a link listed twice',
			{ 'a.md': anEntryFile({ related: '[b, b]' }), 'b.md': other() },
			'a.md',
			'related.1',
			'listed twice',
		],
		[
			'a title taken',
			{ 'a.md': anEntryFile(), 'b.md': other({ title: 'does SLEEP matter' }) },
			'b.md',
			'title',
			'taken by a.md',
		],
		[
			'an alias taken',
			{ 'a.md': anEntryFile(), 'b.md': other({ aliases: '[food, "Is sleep: good?"]' }) },
			'b.md',
			'aliases.1',
			'taken by a.md',
		],
		[
			'an alias that is a title',
			{ 'a.md': anEntryFile(), 'b.md': other({ aliases: '[does sleep matter]' }) },
			'b.md',
			'aliases.0',
			'taken by a.md',
		],
		[
			'an alias twice in one entry',
			{ 'a.md': anEntryFile({ aliases: '[nap, Nap!]' }) },
			'a.md',
			'aliases.1',
			'taken by a.md',
		],
	])('names file and field of %s', (_case, files, file, field, message) => {
		write(files);
		expect(refusal().problems).toStrictEqual([{ file, field, message: expect.stringContaining(message) }]);
	});

	test('reports all problems at once, each on its line', () => {
		write({
			'a.md': anEntryFile({ title: undefined, topic: 'hair', related: '[gone]' }),
			'b.md': 'No front matter.',
			'c.md': other({ related: '[a, gone]' }),
		});
		expect(refusal().message.split('\n')).toStrictEqual([
			'The FAQ has 4 problems:',
			expect.stringContaining('a.md, title: '),
			expect.stringContaining('a.md, topic: '),
			expect.stringContaining('b.md, front matter: '),
			'  c.md, related.1: There is no entry "gone"',
		]);
	});
});
