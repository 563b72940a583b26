import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeCell, unescapeCell } from '../../../src/moderation/files/csv-cell.ts';
import type { FileFormat } from '../../../src/moderation/files/entry-row.ts';
import { readEntries } from '../../../src/moderation/files/read-entries.ts';
import { writeEntries } from '../../../src/moderation/files/write-entries.ts';
import { aRow, someRows } from './an-entry-file.ts';

const FORMATS: FileFormat[] = ['json', 'yaml', 'csv'];

function read(text: string | Uint8Array, format: FileFormat = 'json') {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	return readEntries({ name: `entries.${format}`, bytes });
}

const withoutLines = (rows: ReturnType<typeof read>['rows']) => rows.map(({ line: _line, ...row }) => row);

describe('a file of entries', () => {
	test.each(FORMATS)('says the same in %s after writing and reading', (format) => {
		fc.assert(
			fc.property(someRows, (rows) => {
				const again = read(writeEntries(rows, format), format);
				expect(again.problems).toEqual([]);
				expect(withoutLines(again.rows)).toEqual(rows);
			}),
			{ numRuns: 150 },
		);
	});

	test.each(FORMATS)('tells where in %s each entry begins', (format) => {
		const rows = [aRow(), aRow({ id: 'kefir', hidden: true }), aRow({ id: 'miso', texts: undefined })];
		const text = writeEntries(rows, format);
		const lines = text.split('\n');
		for (const { id, line } of read(text, format).rows)
			expect(lines.slice(line - 1, line + 1).join('\n')).toContain(id);
	});

	test('may be a bare list, begin with a byte order mark and have Windows line ends', () => {
		const list = JSON.stringify([{ id: 'kimchi', hidden: true }]);
		expect(withoutLines(read(`\uFEFF${list}`).rows)).toEqual([aRow({ hidden: true, texts: undefined })]);
		expect(withoutLines(read('id,hidden\r\nkimchi,yes\r\n', 'csv').rows)).toEqual([
			aRow({ hidden: true, texts: undefined }),
		]);
	});
});

describe('a cell', () => {
	test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', "'=1", "'quoted'"])(
		'%j is not run, and read back',
		(text) => {
			expect(escapeCell(text)).toBe(`'${text}`);
			expect(unescapeCell(escapeCell(text))).toBe(text);
		},
	);

	test.each(['kimchi', '', '1-2', "it's"])('%j stays as it is', (text) => {
		expect(escapeCell(text)).toBe(text);
		expect(unescapeCell(text)).toBe(text);
	});
});

const entry = '"title":"T","topic":"food","answer":"A."';
const latin1 = Uint8Array.from(Buffer.from('id,title\nkimchi,Gem\xfcse', 'latin1'));

describe('what is wrong with a file is told with line, field and reason', () => {
	test.each<[string, string | Uint8Array, FileFormat, number | undefined, string | undefined, RegExp]>([
		['no text', '', 'json', undefined, undefined, /is empty/],
		['UTF-16', Buffer.from('\uFEFFid', 'utf16le'), 'csv', undefined, undefined, /UTF-16/],
		['zero bytes', Buffer.from('a\0b'), 'yaml', undefined, undefined, /zero bytes/],
		['Latin-1', latin1, 'csv', undefined, undefined, /not written in UTF-8/],
		['a file that is too large', `[${' '.repeat(1024 * 1024)}]`, 'json', undefined, undefined, /1 MiB/],
		['a missing comma', '[\n{"id":"a"}\n{"id":"b"}]', 'json', 3, undefined, /not JSON/],
		['no list', '{"a":1}', 'json', 1, undefined, /no list of entries/],
		['something else than an entry', '[\n1]', 'json', 2, undefined, /no entry/],
		['a field twice', '[{"id":"a",\n"id":"b"}]', 'json', 2, undefined, /twice/],
		['the same id twice', '[{"id":"a"},\n{"id":"a"}]', 'json', 2, 'id', /stands on line 1/],
		['an unknown field', '[{"id":"a",\n"colour":"red"}]', 'json', 2, 'colour', /no such field/],
		[
			'a name of the language',
			'[{"id":"a",\n"__proto__":{"admin":true}}]',
			'json',
			2,
			'__proto__',
			/no such field/,
		],
		['another', '[{"id":"a",\n"constructor":"x"}]', 'json', 2, 'constructor', /no such field/],
		['an id that is none', '[{"id":"A b"}]', 'json', 1, 'id', /lower-case words/],
		['no id', `[{${entry}}]`, 'json', 1, 'id', /has no id/],
		[
			'a number for a text',
			`[{"id":"a",${entry.replace('"T"', '7')}}]`,
			'json',
			1,
			'title',
			/has to be text/,
		],
		[
			'too long a text',
			`[{"id":"a",${entry.replace('"T"', `"${'x'.repeat(101)}"`)}}]`,
			'json',
			1,
			'title',
			/100/,
		],
		[
			'an alias that is none',
			`[{"id":"a",${entry},"aliases":["x",7]}]`,
			'json',
			1,
			'aliases 2',
			/has to be text/,
		],
		['texts without an answer', '[{"id":"a","title":"T","topic":"food"}]', 'json', 1, 'answer', /no answer/],
		[
			'a link that is not https',
			`[{"id":"a",${entry},"source":"http://x.org"}]`,
			'json',
			1,
			'source',
			/https/,
		],
		['nesting without end', '['.repeat(10_000), 'json', undefined, undefined, /nested too deeply/],
		['nesting by dashes', `${'- '.repeat(50_000)}x`, 'yaml', undefined, undefined, /nested too deeply/],
		['a reference', '- &a {id: x}\n- *a', 'yaml', 2, undefined, /References/],
		[
			'a bomb of references',
			'a: &a [x]\nb: &b [*a,*a]\nentries: [*b,*b]',
			'yaml',
			2,
			undefined,
			/References/,
		],
		['a type', '- id: !!js/function x', 'yaml', 1, undefined, /./],
		['a type of its own', '- id: !env HOME', 'yaml', 1, undefined, /Types/],
		['wrong indentation', '- id: a\n title: b', 'yaml', 2, undefined, /not YAML/],
		['a field twice', '- id: a\n  id: b', 'yaml', 2, undefined, /twice/],
		['a first line of something else', 'name,text\na,b', 'csv', 1, undefined, /“name”/],
		['no id in the first line', 'title\nx', 'csv', 1, undefined, /does not name “id”/],
		['a name twice', 'id,id\na,b', 'csv', 1, undefined, /twice/],
		['a cell too few', 'id,title\na,b\nc', 'csv', 3, undefined, /1 cells/],
		['a stray quote', 'id,title\na,b "c" d\n', 'csv', 2, undefined, /quotes/],
		['a quote that does not end', 'id,title\na,"b', 'csv', 2, undefined, /quotes/],
		['neither yes nor no', 'id,hidden\na,maybe', 'csv', 2, 'hidden', /yes or no/],
	])('%s', (_case, text, format, line, field, reason) => {
		const { rows, problems } = read(text, format);
		expect(problems[0]).toMatchObject({ line, field });
		expect(problems[0]?.reason).toMatch(reason);
		expect(rows.length).toBeLessThanOrEqual(1);
	});

	test('the name of a file that is not read', () => {
		expect(readEntries({ name: 'entries.xlsx', bytes: Buffer.from('x') }).problems[0]?.reason).toMatch(
			/\.csv/,
		);
	});

	test('more than 500 entries', () => {
		for (const format of FORMATS) {
			const many = Array.from({ length: 501 }, (_, index) => aRow({ id: `e${index}`, texts: undefined }));
			const { rows, problems } = read(writeEntries(many, format), format);
			expect(rows).toEqual([]);
			expect(problems[0]?.reason).toMatch(/more than 500/);
		}
	});

	test('all of them at once', () => {
		const { rows, problems } = read('id,title\n,x\nb,\nOK,y\n', 'csv');
		expect(rows.map(({ id }) => id)).toEqual(['b']);
		expect(problems.map(({ line }) => line)).toEqual(expect.arrayContaining([2, 4]));
	});
});
