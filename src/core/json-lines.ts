import type { z } from 'zod';

/** A file of lines of which some cannot be used, each by its number. */
export class LinesError extends Error {
	override name = 'LinesError';
}

/**
 * Reads a text of one JSON value a line; empty lines are left out.
 *
 * @param name of the file, for the message.
 * @throws {LinesError} with every line that is no JSON or does not fit the schema.
 */
export function parseJsonLines<T>(schema: z.ZodType<T>, text: string, name: string): T[] {
	const values: T[] = [];
	const problems: string[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === '') continue;
		const value = parseJson(line);
		if (value === undefined) {
			problems.push(`${name}:${index + 1}: is not JSON`);
			continue;
		}
		const parsed = schema.safeParse(value);
		if (parsed.success) values.push(parsed.data);
		else
			problems.push(
				...parsed.error.issues.map(
					({ path, message }) => `${name}:${index + 1}: ${[...path, message].join(': ')}`,
				),
			);
	}
	if (problems.length > 0) throw new LinesError(problems.join('\n'));
	return values;
}

function parseJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
