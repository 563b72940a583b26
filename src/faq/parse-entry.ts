import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { entryAnswer, entryId } from '../core/entry-texts.ts';
import type { ContentProblem } from './content-error.ts';
import { type Entry, frontMatter } from './entry.ts';

export type ParsedEntry = { entry: Entry } | { problems: ContentProblem[] };

/** Reads one entry: YAML between two lines of `---`, then the answer as Markdown. `file` is its name, `<id>.md`. */
export function parseEntry(file: string, text: string): ParsedEntry {
	const parts = /^(---\r?\n.*?)^---[ \t]*(?:\r?\n|$)(.*)$/ms.exec(text);
	if (parts === null) {
		return {
			problems: [{ file, field: 'front matter', message: 'Expected YAML between two lines of ---' }],
		};
	}
	const [, head = '', body = ''] = parts;
	const yaml = readYaml(head);
	if ('broken' in yaml) {
		return { problems: yaml.broken.map((message) => ({ file, field: 'front matter', message })) };
	}

	const id = entryId.safeParse(basename(file, '.md'));
	const fields = frontMatter.safeParse(yaml.value);
	const answer = entryAnswer.safeParse(body.replaceAll('\r\n', '\n'));
	if (id.success && fields.success && answer.success) {
		return { entry: { ...fields.data, id: id.data, answer: answer.data } };
	}
	return {
		problems: [
			...problemsOf(file, 'file name', id.error),
			...problemsOf(file, 'front matter', fields.error),
			...problemsOf(file, 'answer', answer.error),
		],
	};
}

function readYaml(text: string): { value: unknown } | { broken: string[] } {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	if (document.errors.length > 0) {
		return {
			broken: document.errors.map(({ message, pos }) => `Line ${lines.linePos(pos[0]).line}: ${message}`),
		};
	}
	try {
		return { value: document.toJS() };
	} catch (error) {
		// Only a YAML alias can fail this late: unknown, or expanding to far more than was written.
		return { broken: [error instanceof Error ? error.message : String(error)] };
	}
}

function problemsOf(file: string, field: string, error: z.ZodError | undefined): ContentProblem[] {
	return (error?.issues ?? []).map(({ path, message }) => ({
		file,
		field: path.length === 0 ? field : path.join('.'),
		message,
	}));
}
