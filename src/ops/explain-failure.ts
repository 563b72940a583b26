import { scrub } from './scrub.ts';

/** Errors of the language itself: a mistake in the code, where the stack is what helps. */
const MISTAKES = [TypeError, ReferenceError, RangeError, SyntaxError];

/** Why something ended, for the person at the keyboard: the message, and what led to it, without secrets. */
export function explainFailure(error: unknown): string {
	if (!(error instanceof Error)) return scrub(String(error));
	const mistake = MISTAKES.some((kind) => error instanceof kind) && !isAboutArguments(error);
	const [first = '', ...led] = messages(error);
	return scrub(
		[mistake ? (error.stack ?? first) : first, ...led.map((message) => `  because: ${message}`)].join('\n'),
	);
}

/** Node takes an unknown option for a mistake in the code. */
function isAboutArguments(error: Error): boolean {
	return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

function messages(error: Error): string[] {
	const own = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message;
	const text = own === '' ? error.name : own;
	return error.cause instanceof Error ? [text, ...messages(error.cause)] : [text];
}
