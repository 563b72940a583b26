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
	const wait = (signal: AbortSignal | undefined) =>
		turns.take('other', signal ?? AbortSignal.timeout(patience));
	return {
		async get(route, options) {
			await wait(options?.signal);
			return rest.get(route, options);
		},
		async post(route, options) {
			await wait(options?.signal);
			return rest.post(route, options);
		},
		async put(route, options) {
			await wait(options?.signal);
			return rest.put(route, options);
		},
		async patch(route, options) {
			await wait(options?.signal);
			return rest.patch(route, options);
		},
		async delete(route, options) {
			await wait(options?.signal);
			return rest.delete(route, options);
		},
	};
}
