import { UserError } from './user-error.ts';

/**
 * Does something with what a member wrote; whatever keeps it from being done gives the text back.
 *
 * @param broken what is said when that was no refusal.
 * @throws UserError with the text, if there is one.
 */
export async function keepWritten<Value>(
	written: string | undefined,
	broken: string,
	run: () => Promise<Value>,
): Promise<Value> {
	try {
		return await run();
	} catch (cause) {
		if (written === undefined) throw cause;
		if (!(cause instanceof UserError)) throw new UserError(broken, { cause, written });
		throw new UserError(cause.message, { cause: cause.cause, written: cause.written ?? written });
	}
}
