import { expect, test, vi } from 'vitest';
import { inTurn, type RestCalls } from '../../src/discord/in-turn.ts';
import { someTurns } from '../support/some-turns.ts';

function aRest() {
	const call = vi.fn(async (route: string) => route);
	return { call, rest: { get: call, post: call, put: call, patch: call, delete: call } as RestCalls };
}

test.each(['get', 'post', 'put', 'patch', 'delete'] as const)(
	'a call waits for its turn and is passed on as it is: %s',
	async (method) => {
		const { call, rest } = aRest();
		const turns = someTurns();
		const options = { body: { content: 'Hello' }, signal: AbortSignal.timeout(1_000) };
		expect(await inTurn(rest, turns)[method]('/channels/1/messages', options)).toBe('/channels/1/messages');
		expect(turns.noted).toEqual(['other']);
		expect(call.mock.calls).toEqual([['/channels/1/messages', options]]);
	},
);

test('a call whose turn does not come in time is not made', async () => {
	const { call, rest } = aRest();
	const take = (_purpose: 'message' | 'other', signal: AbortSignal) =>
		new Promise<never>((_resolve, reject) => {
			signal.addEventListener('abort', () => reject(signal.reason));
		});
	await expect(inTurn(rest, { take }, 1).get('/users/@me')).rejects.toThrow(/timeout/);
	expect(call).not.toHaveBeenCalled();
});
