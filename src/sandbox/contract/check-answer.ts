import * as z from 'zod/mini';
import { errorAnswer, rateLimitAnswer, successesOf } from './answer-schemas.ts';
import type { RouteTemplate } from './routes.ts';

/**
 * Lists where an answer departs from Discord's own response schema, each as `path: what`; empty when it does not.
 *
 * Answers from 500 up are not judged: Discord documents none.
 */
export function checkAnswer(route: RouteTemplate, status: number, body: unknown): string[] {
	if (status >= 500) return [];
	if (status === 429) return departures(rateLimitAnswer, body);
	if (status >= 400) return departures(errorAnswer, body);
	const successes = successesOf(route);
	if (!successes.has(status)) {
		return [`status: ${status} where Discord answers ${[...successes.keys()].join(' or ')}`];
	}
	const schema = successes.get(status);
	if (schema) return departures(schema, body);
	return body === undefined || body === ''
		? []
		: [`body: something where Discord answers ${status} with nothing`];
}

function departures(schema: z.core.$ZodType, body: unknown): string[] {
	const result = z.safeParse(schema, body, { reportInput: true });
	return result.success ? [] : result.error.issues.map(describe);
}

function describe(issue: z.core.$ZodIssue): string {
	return `${issue.path.map(String).join('.') || 'body'}: ${wordsFor(issue)}`;
}

function wordsFor(issue: z.core.$ZodIssue): string {
	if (issue.input === undefined) return 'missing';
	const value = JSON.stringify(issue.input);
	switch (issue.code) {
		case 'invalid_type':
			return `${value} is not ${issue.expected}`;
		case 'invalid_value':
			return `${value} is not one of ${issue.values.join(', ')}`;
		case 'invalid_format':
			return `${value} is not a ${issue.format}`;
		default:
			return `${value} (${issue.code})`;
	}
}
