import { UserError } from '../core/user-error.ts';
import type { FollowUp, Reply } from './reply.ts';
import type { Deferral } from './respond.ts';

/** What the dispatcher does about an interaction. */
export interface Job {
	/** For the log. */
	what: string;
	deferral: Deferral;
	run(): Promise<Reply>;
	/** What there may be to say when that is answered. */
	notice?(): Promise<FollowUp | undefined>;
}

/** A job that cannot even be read fails when it runs, where failures are answered. */
export function attempt(what: string, read: () => Job): Job {
	try {
		return read();
	} catch (error) {
		return { what, deferral: 'private', run: () => Promise.reject(error) };
	}
}

export const OUTDATED = 'This is from an older Gutsy and no longer works. `/help` shows what does.';

/** For what no command or button of today takes. */
export function lost(what: string): Job {
	return {
		what,
		deferral: 'private',
		run: () => Promise.reject(new UserError(OUTDATED)),
	};
}
