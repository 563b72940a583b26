import { describe, expect, test } from 'vitest';
import { createDirectMessages } from '../../src/discord/direct-messages.ts';
import { createRest } from '../../src/discord/rest.ts';
import type { RouteFault } from '../../src/sandbox/faults.ts';
import { aDiscord } from '../sandbox/support/a-discord.ts';
import { someTurns } from '../support/some-turns.ts';

const OPEN = 'POST /users/@me/channels';
const SEND = 'POST /channels/{channel_id}/messages';

async function aGreeter(patience?: number) {
	const scene = await aDiscord();
	const { discord, alice } = scene;
	const rest = createRest(discord.apiUrl, discord.token);
	const turns = someTurns();
	const directMessages = createDirectMessages(rest, turns, patience);
	const sent = () => discord.requests.filter(({ route, status }) => route === SEND && status === 200);
	return {
		...scene,
		rest,
		turns,
		sent,
		greet: () => directMessages.greet(alice.userId, { content: 'Hello', components: [] }),
	};
}

const refusal = (status: number, code: number): RouteFault => ({
	kind: 'status',
	status,
	body: { message: 'No', code },
});

describe('a greeting', () => {
	test('opens the conversation and says hello', async () => {
		const { greet, sent } = await aGreeter();
		expect(await greet()).toEqual({ kind: 'sent', channelId: sent()[0]?.params['channel_id'] });
		expect(sent()).toHaveLength(1);
	});

	test.each([
		['refused', 'DMs are closed', 403, 50007],
		['refused', 'no server is shared', 403, 50278],
		['refused', 'the conversation is out of reach', 403, 50001],
		['refused', 'there is no writing to them', 400, 50033],
		['busy', 'conversations are opened too fast', 403, 40003],
	])('is %s when %s', async (kind, _case, status, code) => {
		const { discord, greet, sent } = await aGreeter();
		discord.faults.onRoute(OPEN, { answer: refusal(status, code) });
		expect(await greet()).toEqual({ kind });
		discord.faults.onRoute(SEND, { answer: refusal(status, code) });
		expect(await greet()).toEqual({ kind });
		expect(sent()).toEqual([]);
	});

	test('takes a turn for each of its requests', async () => {
		const { turns, greet } = await aGreeter();
		await greet();
		expect(turns.noted).toEqual(['message', 'other']);
	});

	test('is busy without a request while all direct messages are halted', async () => {
		const { discord, turns, greet } = await aGreeter();
		turns.halt();
		expect(await greet()).toEqual({ kind: 'busy' });
		expect(discord.requests).toEqual([]);
	});

	test('says when it was the one that tried, and arrived', async () => {
		const { turns, greet } = await aGreeter();
		turns.letOneTry();
		await greet();
		expect(turns.noted).toContain('arrived');
	});

	test.each([OPEN, SEND] as const)('that comes too fast halts all direct messages: %s', async (route) => {
		const { discord, turns, greet } = await aGreeter();
		turns.letOneTry();
		discord.faults.onRoute(route, { answer: refusal(403, 40003) });
		await greet();
		expect(turns.noted).toContain('too fast');
		expect(turns.noted).not.toContain('arrived');
	});

	test.each<[string, RouteFault]>([
		['the token is refused', refusal(401, 0)],
		['the channel is gone', refusal(404, 10003)],
		['it is forbidden without a reason', refusal(403, 0)],
		['its form is wrong', refusal(400, 50035)],
		['Discord fails', { kind: 'status', status: 500 }],
		['the connection is cut', { kind: 'cut' }],
	])('is broken when %s', async (_case, answer) => {
		const { discord, greet } = await aGreeter();
		discord.faults.onRoute(SEND, { times: 9, answer });
		await expect(greet()).rejects.toThrow();
	});

	test('waits out a short rate limit', async () => {
		const { discord, greet, sent } = await aGreeter();
		discord.faults.onRoute(OPEN, { answer: { kind: '429', scope: 'user', retryAfterMs: 1 } });
		expect(await greet()).toMatchObject({ kind: 'sent' });
		expect(sent()).toHaveLength(1);
	});

	test.each<[string, RouteFault]>([
		['a long rate limit', { kind: '429', scope: 'user', retryAfterMs: 60_000 }],
		['a long rate limit of all', { kind: '429', scope: 'global', retryAfterMs: 60_000 }],
		['a Discord that does not answer', { kind: 'late', ms: 2_000 }],
	])('gives up as busy before %s ends', async (_case, answer) => {
		const { discord, greet, sent } = await aGreeter(200);
		discord.faults.onRoute(OPEN, { answer });
		expect(await greet()).toEqual({ kind: 'busy' });
		expect(sent()).toEqual([]);
	});

	test('that was given up is not sent when the rate limit ends', async () => {
		const { discord, rest, greet, sent } = await aGreeter(200);
		const limited = discord.faults.onRoute(SEND, {
			answer: { kind: '429', scope: 'user', retryAfterMs: 1_000 },
		});
		expect(await greet()).toEqual({ kind: 'busy' });
		expect(limited.left()).toBe(0);
		const { params } = discord.requests.find(({ route }) => route === SEND) ?? {};
		// It has its turn after the one that was given up.
		await rest.post(`/channels/${params?.['channel_id']}/messages`, { body: { content: 'Next' } });
		expect(sent().map(({ answer }) => answer)).toMatchObject([{ content: 'Next' }]);
	});
});
