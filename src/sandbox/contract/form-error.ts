/** The body of an error answer, with the HTTP status to send it under. */
export interface ApiError {
	status: number;
	code: number;
	message: string;
	errors?: unknown;
}

/** One complaint about a request body, at a path from the body's root. */
export interface FormIssue {
	path: readonly PropertyKey[];
	code: string;
	message: string;
}

interface ErrorNode {
	[key: string]: ErrorNode | LeafError[];
}

interface LeafError {
	code: string;
	message: string;
}

/** Discord's answer 50035: each complaint hangs under its JSON path in a list called `_errors`. */
export function invalidFormBody(issues: readonly FormIssue[]): ApiError {
	const root: ErrorNode = {};
	for (const { path, code, message } of issues) {
		const leaf = path.reduce<ErrorNode>((node, key) => childOf(node, String(key)), root);
		const complaints = leaf['_errors'];
		leaf['_errors'] = [...(Array.isArray(complaints) ? complaints : []), { code, message }];
	}
	return { status: 400, code: 50035, message: 'Invalid Form Body', errors: root };
}

function childOf(node: ErrorNode, key: string): ErrorNode {
	const present = node[key];
	if (present && !Array.isArray(present)) return present;
	const child: ErrorNode = {};
	node[key] = child;
	return child;
}

/** Discord's wording of the complaints that more than one rule makes. */
export const complaints = {
	required: (path: FormIssue['path']): FormIssue => ({
		path,
		code: 'BASE_TYPE_REQUIRED',
		message: 'This field is required',
	}),
	tooLong: (path: FormIssue['path'], maximum: number): FormIssue => ({
		path,
		code: 'BASE_TYPE_MAX_LENGTH',
		message: `Must be ${maximum} or fewer in length.`,
	}),
	choices: (path: FormIssue['path'], values: readonly unknown[]): FormIssue => ({
		path,
		code: 'BASE_TYPE_CHOICES',
		message: `Value must be one of {${values.join(', ')}}.`,
	}),
	unionChoices: (path: FormIssue['path'], field: string, values: readonly unknown[]): FormIssue => ({
		path,
		code: 'UNION_TYPE_CHOICES',
		message: `Value of field "${field}" must be one of ${tuple(values)}.`,
	}),
};

function tuple(values: readonly unknown[]): string {
	const sorted = values.toSorted((a, b) => Number(a) - Number(b));
	return sorted.length === 1 ? `(${sorted[0]},)` : `(${sorted.join(', ')})`;
}
