/** One thing wrong with the content, named so that whoever wrote it finds it. */
export interface ContentProblem {
	file: string;
	field: string;
	message: string;
}

/** The content is broken. Carries every problem found, not just the first. */
export class ContentError extends Error {
	override name = 'ContentError';
	readonly problems: readonly ContentProblem[];

	constructor(problems: readonly ContentProblem[]) {
		const lines = problems.map(({ file, field, message }) => `  ${file}, ${field}: ${message}`);
		super(
			[`The FAQ has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:`, ...lines].join(
				'\n',
			),
		);
		this.problems = problems;
	}
}
