import { z } from 'zod';
import { entryId, entryTexts, sourceLink } from '../../core/entry-texts.ts';
import {
	type EntryRow,
	FIELDS,
	type FileProblem,
	type FileReading,
	MOST_ROWS,
	type RawRow,
} from './entry-row.ts';

const { title, topic, aliases, answer } = entryTexts.shape;

const words = { true: true, yes: true, false: false, no: false } as const;
const hidden = z.union(
	[
		z.boolean(),
		z
			.string()
			.trim()
			.toLowerCase()
			.pipe(z.enum(['true', 'yes', 'false', 'no']))
			.transform((word) => words[word]),
	],
	'Write yes or no',
);

const checks: Readonly<Record<(typeof FIELDS)[number], z.ZodType>> = {
	id: entryId,
	hidden,
	title,
	topic,
	aliases,
	answer,
	source: sourceLink,
};

/** Whole texts need these; none of them means that the shipped texts stand. */
const NEEDED = ['title', 'topic', 'answer'] as const;

/** Checks every row by itself and all against each other. A row with a problem is left out, the others are told all the same. */
export function checkRows(raw: readonly RawRow[]): FileReading {
	if (raw.length > MOST_ROWS)
		return {
			rows: [],
			problems: [
				{
					line: raw[MOST_ROWS]?.line,
					field: undefined,
					reason: `The file has more than ${MOST_ROWS} entries, the most that are read at once. Please split it into several.`,
				},
			],
		};
	const rows: EntryRow[] = [];
	const problems: FileProblem[] = [];
	const firstLines = new Map<string, number>();
	for (const each of raw) {
		const { row, problems: own } = checkRow(each);
		problems.push(...own);
		const id = each.fields.get('id')?.value;
		const first = typeof id === 'string' ? firstLines.get(id) : undefined;
		if (typeof id === 'string' && first === undefined) firstLines.set(id, each.line);
		if (first !== undefined)
			problems.push({
				line: each.line,
				row: each.line,
				field: 'id',
				reason: `The same id stands on line ${first}.`,
			});
		else if (row) rows.push(row);
	}
	return { rows, problems };
}

function checkRow({ line, fields }: RawRow): { row?: EntryRow; problems: FileProblem[] } {
	const problems: FileProblem[] = [];
	const read = new Map<string, unknown>();
	for (const [name, { value, line: at }] of fields) {
		const check = Object.hasOwn(checks, name) ? checks[name as keyof typeof checks] : undefined;
		if (check === undefined) {
			problems.push({
				line: at,
				field: name.slice(0, 40),
				reason: `There is no such field. There are ${FIELDS.join(', ')}.`,
			});
			continue;
		}
		if (value === null || value === undefined) continue;
		const result = check.safeParse(value);
		if (result.success) read.set(name, result.data);
		else
			problems.push(
				...result.error.issues.map(({ path, message }) => ({
					line: at,
					field: [name, ...path.map((step) => (typeof step === 'number' ? step + 1 : String(step)))].join(
						' ',
					),
					reason: sentence(message),
				})),
			);
	}
	if (!fields.has('id')) problems.push({ line, field: 'id', reason: 'The entry has no id.' });
	const isWorded = [...NEEDED, 'aliases', 'source'].some((name) => fields.has(name));
	if (isWorded)
		for (const name of NEEDED)
			if (!fields.has(name))
				problems.push({ line, field: name, reason: `The entry has texts, but no ${name}.` });
	if (problems.length > 0) return { problems: problems.map((problem) => ({ ...problem, row: line })) };
	const texts = isWorded
		? entryTexts.parse({
				title: read.get('title'),
				answer: read.get('answer'),
				aliases: read.get('aliases') ?? [],
				topic: read.get('topic'),
				...(read.has('source') ? { source: read.get('source') } : {}),
			})
		: undefined;
	const row = { id: entryId.parse(read.get('id')), line, hidden: read.get('hidden') === true, texts };
	return { row, problems };
}

function sentence(message: string): string {
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
