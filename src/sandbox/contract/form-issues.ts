import type * as z from 'zod/mini';
import { complaints, type FormIssue } from './form-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * Translates what zod reports about a request body into Discord's complaints. Parse with `reportInput: true`: the
 * words quote the value, and a missing value is told from a wrong one.
 */
export function formIssues(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): FormIssue[] {
	return issues.flatMap((issue) => formIssue(issue, [...prefix, ...issue.path]));
}

function formIssue(issue: Issue, path: readonly PropertyKey[]): FormIssue[] {
	if (issue.input === undefined || issue.input === null) return [complaints.required(path)];
	switch (issue.code) {
		case 'invalid_type':
			return [wrongType(issue, path)];
		case 'invalid_value':
			return [complaints.choices(path, issue.values)];
		case 'too_big':
			return [tooBig(issue, path)];
		case 'too_small':
			return [tooSmall(issue, path)];
		case 'invalid_format':
			return [malformed(issue, path)];
		case 'invalid_union':
			return unmatched(issue, path);
		default:
			return [{ path, code: codeOf(issue), message: issue.message }];
	}
}

function wrongType(issue: z.core.$ZodIssueInvalidType, path: readonly PropertyKey[]): FormIssue {
	const value = JSON.stringify(issue.input);
	switch (issue.expected) {
		case 'string':
			return { path, code: 'STRING_TYPE_CONVERT', message: `Could not interpret ${value} as string.` };
		case 'boolean':
			return { path, code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
		case 'array':
			return { path, code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
		case 'record':
			return { path, code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
		case 'object':
			return { path, code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
		default:
			return { path, code: 'NUMBER_TYPE_COERCE', message: `Value ${value} is not int.` };
	}
}

function tooBig(issue: z.core.$ZodIssueTooBig, path: readonly PropertyKey[]): FormIssue {
	if (issue.origin === 'string' || issue.origin === 'array')
		return complaints.tooLong(path, Number(issue.maximum));
	return {
		path,
		code: 'NUMBER_TYPE_MAX',
		message: `int value should be less than or equal to ${issue.maximum}.`,
	};
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, path: readonly PropertyKey[]): FormIssue {
	if (issue.origin === 'string' || issue.origin === 'array') {
		return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
	}
	return {
		path,
		code: 'NUMBER_TYPE_MIN',
		message: `int value should be greater than or equal to ${issue.minimum}.`,
	};
}

function malformed(issue: z.core.$ZodIssueInvalidStringFormat, path: readonly PropertyKey[]): FormIssue {
	if (issue.format === 'url')
		return { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
	if (issue.format === 'datetime') {
		return {
			path,
			code: 'DATE_TIME_TYPE_PARSE',
			message: `Could not parse ${issue.input}. Should be ISO8601.`,
		};
	}
	return { path, code: 'NUMBER_TYPE_COERCE', message: `Value "${issue.input}" is not snowflake.` };
}

function unmatched(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): FormIssue[] {
	if (issue.discriminator !== undefined) {
		const options = 'options' in issue ? (issue.options ?? []) : [];
		return [complaints.unionChoices(path.slice(0, -1), issue.discriminator, options)];
	}
	const branches = issue.errors.map((branch) => formIssues(branch, path));
	return branches.toSorted((a, b) => telling(b) - telling(a))[0] ?? [];
}

/** The branch that was meant got furthest: its types are right and a bound is broken, or its complaint lies deep. */
function telling(branch: readonly FormIssue[]): number {
	const typesFit = branch.every(({ code }) => !/_(?:CONVERT|COERCE)$/.test(code));
	return typesFit ? Number.POSITIVE_INFINITY : Math.max(...branch.map(({ path }) => path.length));
}

function codeOf(issue: Issue): string {
	const code = issue.code === 'custom' ? issue.params?.['code'] : undefined;
	return typeof code === 'string' ? code : 'BASE_TYPE_INVALID';
}
