import {
	isAlias,
	isCollection,
	isMap,
	isNode,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
	type Scalar,
	visit,
	type YAMLMap,
} from 'yaml';
import type { FileProblem, RawRow } from './entry-row.ts';
import type { RawReading } from './read-csv.ts';

/** Deeper than any entry goes, and far from where a parser runs out of stack. */
const DEEPEST = 64;

const TWICE = 'A field stands here twice.';

const PLAIN_TAGS: ReadonlySet<string> = new Set(
	['map', 'seq', 'str', 'bool', 'int', 'float', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
);

/** Reads JSON or YAML: a list of entries, or an object with such a list under `entries`. */
export function readTree(text: string, format: 'json' | 'yaml'): RawReading {
	if (deepest(text) > DEEPEST) return problem('The file is nested too deeply.');
	if (format === 'json') {
		const mistake = jsonMistake(text);
		if (mistake !== undefined) return problem(mistake.reason, mistake.line);
	}
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		logLevel: 'silent',
		version: '1.2',
		schema: format === 'json' ? 'json' : 'core',
		stringKeys: true,
		// Looked for below: the parser compares each with all before it, and a file may have a hundred thousand.
		uniqueKeys: false,
	});
	const lineOf = (node: Node | null | undefined) => lines.linePos(node?.range?.[0] ?? 0).line || 1;
	const [error] = document.errors;
	if (error !== undefined) return problem(explain(format), lines.linePos(error.pos[0]).line || undefined);
	const refused = findRefused(document.contents, lineOf);
	if (refused !== undefined) return { problems: [refused] };
	const root = document.contents;
	const twice = isMap(root) ? repeatedKey(root) : undefined;
	if (twice !== undefined) return problem(TWICE, lineOf(twice));
	const list = isMap(root) ? root.get('entries', true) : root;
	if (!isSeq(list)) return problem('The file is no list of entries, and has none under “entries”.', 1);
	const rows: RawRow[] = [];
	for (const item of list.items) {
		const line = lineOf(isNode(item) ? item : undefined);
		if (!isMap(item)) return problem('This is no entry: expected fields such as id, title and answer.', line);
		const again = repeatedKey(item);
		if (again !== undefined) return problem(TWICE, lineOf(again));
		rows.push({ line, fields: fieldsOf(item, lineOf) });
	}
	return { rows };
}

/** The first key that stands in a map for the second time. */
function repeatedKey({ items }: YAMLMap): Scalar | undefined {
	const seen = new Set<unknown>();
	for (const { key } of items) {
		if (!isScalar(key)) continue;
		if (seen.has(key.value)) return key;
		seen.add(key.value);
	}
	return undefined;
}

function fieldsOf(
	item: { items: readonly { key: unknown; value: unknown }[] },
	lineOf: (node: Node) => number,
): RawRow['fields'] {
	const fields = new Map<string, { value: unknown; line: number }>();
	for (const { key, value } of item.items) {
		if (!isScalar(key)) continue;
		const name = String(key.value);
		const line = lineOf(key);
		fields.set(name, { value: plain(value), line });
	}
	return fields;
}

/** A value without anything that is not plain: objects stay unread, because no field is one. */
function plain(node: unknown): unknown {
	if (isScalar(node)) return node.value;
	if (isSeq(node)) return node.items.map(plain);
	return isCollection(node) ? { object: true } : undefined;
}

/** Aliases can make a small file enormous, and tags make something else of it than what is written. */
function findRefused(root: unknown, lineOf: (node: Node) => number): FileProblem | undefined {
	let found: FileProblem | undefined;
	if (!isNode(root)) return undefined;
	visit(root, {
		Node(_key, node) {
			const reason = isAlias(node)
				? 'References to other places (*) are not read: please write the text out.'
				: node.tag !== undefined && !PLAIN_TAGS.has(node.tag)
					? 'Types (!) are not read: please write plain text.'
					: undefined;
			if (reason === undefined) return undefined;
			found = { line: lineOf(node), field: undefined, reason };
			return visit.BREAK;
		},
	});
	return found;
}

function jsonMistake(text: string): { reason: string; line: number | undefined } | undefined {
	try {
		JSON.parse(text);
		return undefined;
	} catch (error) {
		const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
		const line = position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
		return { reason: 'This is not JSON: look for a comma, bracket or quote too many or too few.', line };
	}
}

function explain(format: 'json' | 'yaml'): string {
	return format === 'json'
		? 'This is not JSON: look for a comma, bracket or quote too many or too few.'
		: 'This is not YAML: look for the indentation, and for texts with a colon that need quotes.';
}

/** How many brackets are open at once at most, and how far the text is indented: a bound to how deep it can be nested. */
function deepest(text: string): number {
	let open = 0;
	let most = 0;
	for (const sign of text) {
		if (sign === '[' || sign === '{') open += 1;
		else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
		most = Math.max(most, open);
	}
	const dashes = Math.max(
		0,
		...[...text.matchAll(/^(?:[ \t]*- ){4,}/gm)].map(([run]) => run.split('-').length),
	);
	return Math.max(most, dashes);
}

function problem(reason: string, line?: number): RawReading {
	return { problems: [{ line, field: undefined, reason }] };
}
