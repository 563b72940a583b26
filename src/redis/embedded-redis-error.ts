/**
 * Why the embedded Redis is not there:
 * - `missing`: no server program on this machine
 * - `in-use`: another Gutsy runs on the same data folder
 * - `failed`: the server did not start, or a former one does not go away
 */
export type EmbeddedRedisProblem = 'missing' | 'in-use' | 'failed';

/** The embedded Redis cannot run. The message is meant for the person who started Gutsy. */
export class EmbeddedRedisError extends Error {
	override name = 'EmbeddedRedisError';
	readonly problem: EmbeddedRedisProblem;

	constructor(problem: EmbeddedRedisProblem, message: string, options?: ErrorOptions) {
		super(message, options);
		this.problem = problem;
	}
}
