import { describe, expect, test, vi } from 'vitest';
import type { NudgeMessage, SendNudge } from '../../src/app.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createNudgeSender } from '../../src/discord/send-nudge.ts';
import type { RouteFault } from '../../src/sandbox/faults.ts';
import { aDiscord } from '../sandbox/support/a-discord.ts';
import { aLog } from '../support/a-log.ts';
import { aNudgeMessage } from '../support/a-nudge-message.ts';

const SEND = 'POST /channels/{channel_id}/messages';

async function aSender() {
	const scene = await aDiscord();
	const { discord, alice } = scene;
	const rest = createRest(discord.apiUrl, discord.token, { failFast: true });
	const send = createNudgeSender(rest, discord.clock.now);
	const opened = await rest.post('/users/@me/channels', { body: { recipient_id: alice.userId } });
	const { id: channelId } = opened as { id: string };
	const sends = () => discord.requests.filter(({ route }) => route === SEND);
	return { ...scene, send, message: aNudgeMessage({ memberId: alice.userId, channelId }), sends };
}

const refusal = (status: number, code?: number): RouteFault => ({
	kind: 'status',
	status,
	body: { message: 'No', ...(code === undefined ? {} : { code }) },
});

const TOO_FAST = { kind: 'paused', retryAfterMs: 600_000, concerns: 'direct-messages' };

/** What a send comes to, an error as its message. */
async function result(send: SendNudge, message: NudgeMessage): Promise<unknown> {
	return send(message).catch((error: unknown) => (error instanceof Error ? error.message : error));
}

test.each<[RouteFault, unknown]>([
	[
		{ kind: '429', scope: 'global', retryAfterMs: 2_000 },
		{ status: 429, scope: 'global', retryAfterMs: 2_000 },
	],
	[
		{ kind: '429', scope: 'shared', retryAfterMs: 2_000 },
		{ status: 429, scope: 'shared', retryAfterMs: 2_000 },
	],
	[
		{ kind: '429', scope: 'noHeader' },
		{ status: 429, scope: 'user', retryAfterMs: 0 },
	],
	[refusal(403, 50007), { status: 403, scope: 'user', retryAfterMs: 0 }],
	[refusal(401, 0), { status: 401, scope: 'user', retryAfterMs: 0 }],
	[refusal(404, 10003), undefined],
])('the client tells of answers that count towards a ban: %j', async (answer, told) => {
	const { discord } = await aSender();
	const onRefused = vi.fn();
	const rest = createRest(discord.apiUrl, discord.token, { failFast: true, onRefused });
	discord.faults.onRoute('GET /users/@me', { answer });
	await expect(rest.get('/users/@me')).rejects.toThrow();
	expect(onRefused.mock.calls).toEqual(told === undefined ? [] : [[told]]);
});

test('the client that sends says when Discord refuses many requests', () => {
	const log = aLog();
	const rest = createRest('http://127.0.0.1:9/api', 'token', { failFast: true, log });
	rest.emit('invalidRequestWarning', { count: 1_000, remainingTime: 60_000 });
	expect(log.lines).toMatchObject([{ level: 'error', fields: { count: 1_000, remainingTime: 60_000 } }]);
});

describe('a nudge', () => {
	test.each([
		['a member', false],
		['a channel', true],
	])('for %s on two topics that lead to the same entry is taken by Discord', async (_whom, isPost) => {
		const { send, message, discord, alice } = await aSender();
		const nudges = message.nudges.flatMap((each) => [each, { ...each, topic: 'sleep' as const }]);
		const memberId = isPost ? message.channelId : message.memberId;
		expect(await send({ ...message, memberId, nudges })).toMatchObject({ kind: 'sent' });
		const [received] = discord.member(alice.userId, 'dm').directMessages();
		const labels = received?.buttons.map(({ label }) => label) ?? [];
		expect(labels.slice(0, 5)).toEqual(['Done: stress', 'Not today', 'Why?', 'Done: sleep', 'Not today']);
	});

	test('is sent once, however often it is tried', async () => {
		const { send, message, sends } = await aSender();
		const first = await send(message);
		expect(first).toEqual({ kind: 'sent', messageId: expect.stringMatching(/^\d+$/) });
		expect(await send(message)).toEqual(first);
		expect(sends()).toHaveLength(2);
	});

	test.each<[string, RouteFault, unknown]>([
		['DMs are closed', refusal(403, 50007), { kind: 'refused', code: 50007 }],
		['no server is shared', refusal(403, 50278), { kind: 'refused', code: 50278 }],
		['the conversation is out of reach', refusal(403, 50001), { kind: 'refused', code: 50001 }],
		['it is forbidden without a reason', refusal(403, 0), { kind: 'refused', code: 0 }],
		['the channel is gone', refusal(404, 10003), { kind: 'refused', code: 10003 }],
		['the member is gone', refusal(404, 10013), { kind: 'refused', code: 10013 }],
		['its form is wrong', refusal(400, 50035), { kind: 'rejected', code: 50035 }],
		['there is no such endpoint', refusal(404, 0), { kind: 'rejected', code: 0 }],
		['direct messages come too fast', refusal(403, 40003), TOO_FAST],
		['the answer is not Discord’s', refusal(403), { kind: 'paused', retryAfterMs: 600_000 }],
		['the token is refused', refusal(401, 0), { kind: 'unauthorized' }],
		['the request took too long', refusal(408, 0), 'A nudge was not confirmed by Discord'],
		['Discord fails', refusal(500), 'A nudge was not confirmed by Discord'],
		['Discord is away', { kind: 'status', status: 503 }, 'A nudge was not confirmed by Discord'],
		['the connection is cut', { kind: 'cut' }, 'A nudge was not confirmed by Discord'],
		['the answer is lost', { kind: 'loseAnswer' }, 'A nudge was not confirmed by Discord'],
	])('is one request and told apart when %s', async (_case, answer, outcome) => {
		const { discord, send, message, sends } = await aSender();
		discord.faults.onRoute(SEND, { answer });
		expect(await result(send, message)).toEqual(outcome);
		expect(sends()).toHaveLength(1);
	});

	test('is not tried any more when the token was refused', async () => {
		const { discord, send, message, sends } = await aSender();
		discord.faults.onRoute(SEND, { answer: refusal(401, 0) });
		await send(message);
		expect(await send(message)).toEqual({ kind: 'unauthorized' });
		expect(sends()).toHaveLength(1);
	});

	test.each(['closeDms', 'noMutualGuild'] as const)('is refused after %s', async (happens) => {
		const { discord, alice, send, message } = await aSender();
		discord.faults[happens](alice.userId);
		expect(await send(message)).toMatchObject({ kind: 'refused' });
	});

	test.each<[string, RouteFault, number, 'bot'?]>([
		['short', { kind: '429', scope: 'user', retryAfterMs: 1_000 }, 1_000],
		['long', { kind: '429', scope: 'user', retryAfterMs: 300_000 }, 300_000],
		['shared', { kind: '429', scope: 'shared', retryAfterMs: 300_000 }, 300_000],
		['for all', { kind: '429', scope: 'global', retryAfterMs: 300_000 }, 300_000, 'bot'],
		['of untold length', { kind: '429', scope: 'noHeader' }, 60_000],
	])('is paused at once by a rate limit that is %s', async (_case, answer, pause, concerns) => {
		const { discord, send, message, sends } = await aSender();
		discord.faults.onRoute(SEND, { answer });
		const outcome = await send(message);
		expect(outcome).toEqual({ kind: 'paused', retryAfterMs: expect.any(Number), concerns });
		// discord.js adds a few milliseconds of its own.
		expect(outcome).toHaveProperty('retryAfterMs', expect.closeTo(pause, -3));
		expect(sends()).toHaveLength(1);
	});

	test('is paused without a request while all are limited', async () => {
		const { discord, send, message, sends } = await aSender();
		discord.faults.onRoute(SEND, { answer: { kind: '429', scope: 'global', retryAfterMs: 300_000 } });
		await send(message);
		// Discord said it once: what discord.js holds back since then is no further word of Discord's.
		expect(await send({ ...message, channelId: '1' })).toEqual({
			kind: 'paused',
			retryAfterMs: expect.any(Number),
		});
		expect(sends()).toHaveLength(1);
	});

	test('is paused without a request when its conversation has had its share', async () => {
		const { send, message, sends } = await aSender();
		for (const nonce of ['1', '2', '3', '4', '5']) await send({ ...message, nonce });
		expect(await send({ ...message, nonce: '6' })).toMatchObject({ kind: 'paused' });
		expect(sends()).toHaveLength(5);
	});
});

describe('a channel’s post', () => {
	async function aPost(roleId: string | undefined) {
		const scene = await aSender();
		const role = scene.discord.world.addRole(scene.guildId, { name: 'Daily', mentionable: true });
		const { channelId } = scene;
		const post = {
			...scene.message,
			memberId: channelId,
			channelId,
			roleId: roleId === undefined ? undefined : role.id,
		};
		return { ...scene, role, post };
	}

	test('notifies its own role and nothing else, whatever its words mention', async () => {
		const { alice, discord, guildId, role, post, send } = await aPost('its own');
		const other = discord.world.addRole(guildId, { name: 'Other', mentionable: true });
		const [nudge] = post.nudges;
		if (nudge === undefined) throw new Error('There is no nudge');
		const text = `@everyone <@&${other.id}> <@${alice.userId}> walk`;
		await send({ ...post, nudges: [{ ...nudge, text }] });
		expect(alice.sees().at(-1)?.pings).toEqual({ everyone: false, users: [], roles: [role.id] });
	});

	test('without a role notifies nobody and has no button for one', async () => {
		const { alice, post, send } = await aPost(undefined);
		await send(post);
		const seen = alice.sees().at(-1);
		expect(seen?.pings).toEqual({ everyone: false, users: [], roles: [] });
		expect(seen?.buttons.map(({ label }) => label)).toEqual(['Done', 'Not today', 'Why?']);
	});

	test('is one message, however often it is sent', async () => {
		const { alice, post, send } = await aPost('its own');
		expect(await send(post)).toEqual(await send(post));
		expect(alice.sees()).toHaveLength(1);
	});
});

test('a member’s nudge notifies no role, even if one were stored', async () => {
	const { discord, alice, send, message, sends } = await aSender();
	await send({ ...message, roleId: '555' });
	expect(sends()[0]?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [] } });
	expect(discord.member(alice.userId, 'dm').directMessages()[0]?.text).not.toContain('555');
});
