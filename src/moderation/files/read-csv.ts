import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { unescapeCell } from './csv-cell.ts';
import { FIELDS, type FileProblem, MOST_ROWS, type RawRow } from './entry-row.ts';

/** Rows not checked yet, or what keeps the file from having any. */
export type RawReading = { readonly rows: readonly RawRow[] } | { readonly problems: readonly FileProblem[] };

const record = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });

/** Reads CSV with a first line that names the fields. Cells that are empty say nothing. */
export function readCsv(text: string): RawReading {
	let found: z.infer<typeof record>[];
	try {
		found = z
			.array(record)
			.parse(
				parse(text, { info: true, skip_empty_lines: true, relax_column_count: true, to: MOST_ROWS + 2 }),
			);
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = z.number().safeParse(error['lines']);
		return problem(QUOTES, line.data);
	}
	const [head, ...body] = found;
	if (head === undefined) return problem('The file is empty.');
	const names = head.record.map((name) => name.trim().toLowerCase());
	const wrong = problemOfHead(names);
	if (wrong !== undefined) return problem(wrong, 1);
	let line = head.info.lines + 1;
	const rows: RawRow[] = [];
	for (const { record: cells, info } of body) {
		// The parser counts the line on which a record ends.
		const begins = line;
		line = info.lines + 1;
		if (cells.length !== names.length)
			return problem(`This line has ${cells.length} cells, the first line names ${names.length}.`, begins);
		rows.push({ line: begins, fields: fieldsOf(names, cells, begins) });
	}
	return { rows };
}

const QUOTES =
	'The quotes are not right: a cell with quotes, commas or line breaks stands in quotes, and a quote in it is doubled.';

function problemOfHead(names: readonly string[]): string | undefined {
	const known: readonly string[] = FIELDS;
	const unknown = names.find((name) => !known.includes(name));
	if (unknown !== undefined)
		return `The first line names the fields, out of ${FIELDS.join(', ')}. It has “${unknown.slice(0, 40)}”.`;
	const twice = names.find((name, index) => names.indexOf(name) < index);
	if (twice !== undefined) return `The first line names “${twice}” twice.`;
	return names.includes('id') ? undefined : 'The first line does not name “id”.';
}

function fieldsOf(names: readonly string[], cells: readonly string[], line: number): RawRow['fields'] {
	const fields = new Map<string, { value: unknown; line: number }>();
	for (const [index, name] of names.entries()) {
		const value = unescapeCell(cells[index] ?? '');
		if (value === '') continue;
		fields.set(name, { value: name === 'aliases' ? value.split('\n') : value, line });
	}
	return fields;
}

function problem(reason: string, line?: number): RawReading {
	return { problems: [{ line, field: undefined, reason }] };
}
