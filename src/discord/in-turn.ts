import type { REST } from 'discord.js';
import type { Turns } from '../app.ts';

/** The calls of a REST client. */
export type RestCalls = Pick<REST, 'get' | 'post' | 'put' | 'patch' | 'delete'>;

/**
 * Makes each call wait for its turn among all that the bot sends.
 *
 * @param patience milliseconds that a call without a signal of its own waits for it.
 */
export function inTurn(rest: RestCalls, turns: Pick<Turns, 'take'>, patience = 8_000): RestCalls {
	const waiting =
		(method: keyof RestCalls): RestCalls['get'] =>
		async (route, options) => {
			await turns.take('other', options?.signal ?? AbortSignal.timeout(patience));
			return rest[method](route, options);
		};
	return {
		get: waiting('get'),
		post: waiting('post'),
		put: waiting('put'),
		patch: waiting('patch'),
		delete: waiting('delete'),
	};
}
