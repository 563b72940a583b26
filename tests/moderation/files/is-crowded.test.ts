import { describe, expect, test } from 'vitest';
import { FIELDS, type FileFormat, MOST_BYTES, MOST_ROWS } from '../../../src/moderation/files/entry-row.ts';
import { isCrowded } from '../../../src/moderation/files/is-crowded.ts';
import { readEntries } from '../../../src/moderation/files/read-entries.ts';
import { writeEntries } from '../../../src/moderation/files/write-entries.ts';
import { aRow } from './an-entry-file.ts';

describe('a file that would keep everybody waiting is refused before it is parsed', () => {
	test.each([
		['of nothing but entries', 'yaml', '- a\n'],
		['of empty entries', 'json', '{},'],
		['of comments', 'yaml', '#\n'],
		['of brackets without sense', 'yaml', '}]\n'],
		['of fields', 'yaml', 'a: b\n'],
		['of cells', 'csv', ','],
		['of questions', 'yaml', '? '],
	])('%s', (_what, format, part) => {
		const bytes = Buffer.from(part.repeat(Math.floor(MOST_BYTES / part.length)));
		expect(readEntries({ name: `file.${format}`, bytes }).problems).toEqual([
			expect.objectContaining({ reason: expect.stringContaining(`than ${MOST_ROWS} entries can have`) }),
		]);
	});

	test.each<FileFormat>(['json', 'yaml', 'csv'])('a full one as %s is not', (format) => {
		const answer = 'First: “this”, then - “that”.\n'.repeat(40).trim();
		const aliases = Array.from({ length: 20 }, (_, n) => `name: "${n}", or so`);
		const texts = { title: 'A title, and more?', answer, aliases, topic: 'food' as const };
		const rows = Array.from({ length: MOST_ROWS }, (_, n) => aRow({ id: `entry-${n}`, texts }));
		expect(isCrowded(writeEntries(rows, format))).toBe(false);
	});
});

describe('fields without end', () => {
	test.each([
		['yaml', (names: string[]) => `- ${names.map((name) => `${name}: x`).join('\n  ')}`],
		['json', (names: string[]) => `[{${names.map((name) => `"${name}":1`).join()}}]`],
	] as const)(
		'are told one by one in %s',
		(format, write) => {
			const names = Array.from({ length: 20_000 }, (_, n) => `field${n}`);
			const { rows, problems } = readEntries({ name: `file.${format}`, bytes: Buffer.from(write(names)) });
			expect(rows).toEqual([]);
			expect(problems[0]?.reason).toContain(`There are ${FIELDS.join(', ')}`);
		},
		10_000,
	);

	test.each([
		['an entry', '- id: a\n  title: b\n  title: c', 3],
		['the file', 'entries: []\nentries: []', 2],
	])('or twice in %s are refused with their line', (_where, text, line) => {
		expect(readEntries({ name: 'file.yaml', bytes: Buffer.from(text) }).problems).toEqual([
			{ line, field: undefined, reason: 'A field stands here twice.' },
		]);
	});
});
