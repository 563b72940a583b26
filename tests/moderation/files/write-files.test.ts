import { describe, expect, test } from 'vitest';
import type { FileFormat } from '../../../src/moderation/files/entry-row.ts';
import { readEntries } from '../../../src/moderation/files/read-entries.ts';
import { writeFiles } from '../../../src/moderation/files/write-files.ts';
import { aRow } from './an-entry-file.ts';

const largest = {
	title: '界'.repeat(100),
	answer: `${'界'.repeat(1_190)}`,
	aliases: Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(100, '界')),
	topic: 'food' as const,
};

describe('whatever a server has is written so that it is read again', () => {
	test.each<[string, number, FileFormat, object | undefined, number]>([
		['one file for a few', 3, 'json', undefined, 1],
		['one file for as many as it may have', 500, 'csv', undefined, 1],
		['two for one more', 501, 'yaml', undefined, 2],
		['several for large ones', 300, 'json', largest, 3],
		['several for large ones', 300, 'csv', largest, 3],
	])(
		'in %s',
		(_what, count, format, texts, files) => {
			const rows = Array.from({ length: count }, (_, n) =>
				aRow({ id: `entry-${n}`, ...(texts && { texts: largest }) }),
			);
			const written = writeFiles(rows, format);
			expect(written).toHaveLength(files);
			const read = written.map((text) => readEntries({ name: `a.${format}`, bytes: Buffer.from(text) }));
			expect(read.flatMap(({ problems }) => problems)).toEqual([]);
			expect(read.flatMap((each) => each.rows).map(({ line: _line, ...row }) => row)).toEqual(rows);
		},
		20_000,
	);

	test('and nothing as one file with nothing in it', () => {
		expect(writeFiles([], 'json')).toHaveLength(1);
	});
});
