import type { z } from 'zod';

/** A stored value that does not fit its schema. Names the key, never the value. */
export class CorruptValueError extends Error {
	override name = 'CorruptValueError';
	readonly key: string;

	constructor(key: string, problem: string) {
		super(`Corrupt value in Redis at ${key}: ${problem}`);
		this.key = key;
	}
}

/**
 * Reads a JSON text that came out of Redis.
 *
 * @param key where it was stored; for a hash field, name the field too.
 * @throws CorruptValueError when it is no JSON or does not fit the schema.
 */
export function parseStored<T>(schema: z.ZodType<T>, key: string, raw: string): T {
	const result = schema.safeParse(parseJson(key, raw));
	if (result.success) return result.data;
	throw new CorruptValueError(key, result.error.issues.map(describe).join('; '));
}

function parseJson(key: string, raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		// The parser's own message quotes the text, so it is not passed on.
		throw new CorruptValueError(key, 'not JSON');
	}
}

// Zod's messages may quote what they met; the code and the path tell enough.
function describe(issue: z.core.$ZodIssue): string {
	const path = issue.path.join('.');
	return path === '' ? issue.code : `${path} ${issue.code}`;
}
