interface Options extends ErrorOptions {
	/** What they wrote, which nobody may lose: it is given back whole. */
	written?: string;
}

/** A refusal with words for the member: shown as it is, and not logged unless it has a `cause`. */
export class UserError extends Error {
	override name = 'UserError';
	readonly written: string | undefined;

	constructor(message: string, { written, ...options }: Options = {}) {
		super(message, options);
		this.written = written;
	}
}
