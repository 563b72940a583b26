import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type FirstSteps, firstSteps } from './first-steps.ts';

/** Reads the questions. Throws with every problem by field. */
export function loadFirstSteps(path: string): FirstSteps {
	const parsed = firstSteps.safeParse(parseYaml(readFileSync(path, 'utf8')));
	if (parsed.success) return parsed.data;
	throw new Error(
		parsed.error.issues
			.map(({ path: field, message }) => `first-steps.yaml: ${field.join('.')}: ${message}`)
			.join('\n'),
	);
}

function parseYaml(text: string): unknown {
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}
