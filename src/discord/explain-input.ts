import type { z } from 'zod';

/** What was wrong with an input, in the words its schema gives, the first problem first. */
export function explainInput(error: z.ZodError): string {
	const [issue] = error.issues;
	if (!issue) return 'That could not be read.';
	const where = issue.path.join(' › ');
	const sentence = /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`;
	return where ? `**${where}**: ${sentence}` : sentence;
}
