import { REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { RouteFault } from '../../src/sandbox/faults.ts';
import { aDiscord } from './support/a-discord.ts';
import { call, verdict } from './support/raw-rest.ts';

const none = { limit: Number.POSITIVE_INFINITY, perMs: 1000 };

describe('rate limits', () => {
	test('are told in headers and kept per channel', async () => {
		const { discord, channelId, guildId } = await aDiscord();
		const other = discord.world.addChannel(guildId, 'other').id;
		const send = (channel: string) => call(discord, `POST /channels/${channel}/messages`, { content: 'x' });
		const first = await send(channelId);
		expect(Object.fromEntries(first.headers)).toMatchObject({
			'x-ratelimit-limit': '5',
			'x-ratelimit-remaining': '4',
			'x-ratelimit-reset': expect.stringMatching(/^\d+\.\d{3}$/),
			'x-ratelimit-reset-after': expect.stringMatching(/^[45]\.\d{3}$/),
			'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
		});
		for (let count = 0; count < 4; count += 1) await send(channelId);
		const limited = await send(channelId);
		expect(limited.status).toBe(429);
		expect(limited.json).toMatchObject({ message: 'You are being rate limited.', global: false });
		expect(Number(limited.json['retry_after'])).toBeGreaterThan(0);
		expect(Object.fromEntries(limited.headers)).toMatchObject({
			'retry-after': expect.stringMatching(/^[1-5]$/),
			'x-ratelimit-scope': 'user',
			'x-ratelimit-remaining': '0',
		});
		expect((await send(other)).headers.get('x-ratelimit-bucket')).toBe(
			first.headers.get('x-ratelimit-bucket'),
		);
		discord.clock.advance(5000);
		expect((await send(channelId)).status).toBe(200);
	});

	test('count all requests together, those for interactions aside', async () => {
		const { discord } = await aDiscord({ rateLimits: { global: { limit: 2, perMs: 1000 } } });
		await call(discord, 'GET /users/@me');
		await call(discord, 'GET /users/@me');
		const limited = await call(discord, 'GET /users/@me');
		expect(limited).toMatchObject({ status: 429, json: { global: true } });
		expect(limited.headers.get('x-ratelimit-global')).toBe('true');
		expect(limited.headers.get('x-ratelimit-scope')).toBe('global');
		expect(limited.headers.has('x-ratelimit-bucket')).toBe(false);
		expect(verdict(await call(discord, 'POST /interactions/1/x/callback', { type: 5 }))).toBe('404 10062');
	});

	test('block an address after too many invalid requests, with a page', async () => {
		const { discord } = await aDiscord({ rateLimits: { invalidRequests: { limit: 2, perMs: 600_000 } } });
		await call(discord, 'GET /users/@me', undefined, { auth: false });
		await call(discord, 'GET /users/@me', undefined, { auth: false });
		const blocked = await call(discord, 'GET /users/@me');
		expect(blocked.status).toBe(429);
		expect(blocked.headers.get('content-type')).toContain('text/html');
		discord.clock.advance(600_000);
		expect((await call(discord, 'GET /users/@me')).status).toBe(200);
	});

	test('keep discord.js in its queue: no request too many', async () => {
		const { discord, channelId } = await aDiscord({
			rateLimits: {
				routes: { 'POST /channels/{channel_id}/messages': { limit: 5, perMs: 150 } },
				global: none,
			},
		});
		const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
		const sends = Array.from({ length: 12 }, () =>
			rest.post(`/channels/${channelId}/messages`, { body: { content: 'x' } }),
		);
		await Promise.all(sends);
		expect(discord.requests.map(({ status }) => status)).toEqual(Array(12).fill(200));
	});
});

describe('a fault on a route', () => {
	test.each([
		['429 of a user', { kind: '429', scope: 'user' }, 'user', '1', false],
		['429 that is shared', { kind: '429', scope: 'shared', retryAfterMs: 1500 }, 'shared', '2', false],
		['429 for all', { kind: '429', scope: 'global' }, 'global', '1', true],
		['429 without a header', { kind: '429', scope: 'noHeader' }, 'user', null, false],
	] as const)('is a %s', async (_case, answer, scope, retryAfter, global) => {
		const { discord } = await aDiscord();
		discord.faults.onRoute('GET /users/@me', { answer });
		const limited = await call(discord, 'GET /users/@me');
		expect(limited).toMatchObject({ status: 429, json: { global } });
		expect(limited.headers.get('x-ratelimit-scope')).toBe(scope);
		expect(limited.headers.get('retry-after')).toBe(retryAfter);
		expect((await call(discord, 'GET /users/@me')).status).toBe(200);
		expect(discord.requests.map(({ fault }) => fault)).toEqual(['429', undefined]);
	});

	test.each<[string, RouteFault, string]>([
		['with a body', { kind: 'status', status: 503, body: { message: 'busy', code: 0 } }, '503 0'],
		['without a body', { kind: 'status', status: 502 }, '502'],
	])('is an error %s', async (_case, answer, expected) => {
		const { discord } = await aDiscord();
		discord.faults.onRoute(/^GET \/users/, { times: 2, answer });
		expect(verdict(await call(discord, 'GET /users/@me'))).toBe(expected);
		expect(verdict(await call(discord, 'GET /users/@me'))).toBe(expected);
		expect(verdict(await call(discord, 'GET /users/@me'))).toBe('200');
	});

	test('cuts the connection before or after the work is done', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const route = 'POST /channels/{channel_id}/messages';
		const send = (content: string) => call(discord, `POST /channels/${channelId}/messages`, { content });
		discord.faults.onRoute(route, { answer: { kind: 'cut' } });
		await expect(send('cut')).rejects.toThrow('fetch failed');
		discord.faults.onRoute(route, { answer: { kind: 'loseAnswer' } });
		await expect(send('lost')).rejects.toThrow('fetch failed');
		expect(alice.sees().map(({ content }) => content)).toEqual(['lost']);
	});

	test('delays the answer, and can be lifted', async () => {
		const { discord } = await aDiscord();
		const fault = discord.faults.onRoute((request) => request.method === 'GET', {
			times: 5,
			answer: { kind: 'late', ms: 40 },
		});
		expect((await call(discord, 'GET /users/@me')).status).toBe(200);
		expect(discord.requests[0]?.fault).toBe('late');
		expect(fault.left()).toBe(4);
		fault.lift();
		await call(discord, 'GET /users/@me');
		expect(discord.requests[1]?.fault).toBeUndefined();
	});

	test('makes a client send again, which an enforced nonce survives', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const rest = new REST({ api: discord.apiUrl, timeout: 60 }).setToken(discord.token);
		discord.faults.onRoute('POST /channels/{channel_id}/messages', { answer: { kind: 'late', ms: 500 } });
		await rest.post(`/channels/${channelId}/messages`, {
			body: { content: 'nudge', nonce: 'job-1', enforce_nonce: true },
		});
		expect(discord.requests.length).toBe(2);
		expect(alice.sees()).toHaveLength(1);
	});
});
