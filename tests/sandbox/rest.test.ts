import { describe, expect, test } from 'vitest';
import { aDiscord } from './support/a-discord.ts';
import { fill } from './support/fill.ts';
import { login } from './support/raw-gateway.ts';
import { call, verdict } from './support/raw-rest.ts';

describe('the REST interface', () => {
	test.each([
		[
			'GET /gateway/bot',
			{ shards: 1, session_start_limit: { total: 1000, remaining: 1000, max_concurrency: 1 } },
		],
		['GET /users/@me', { username: 'gutsy', bot: true }],
		['GET /users/$A', { username: 'alice' }],
		['GET /applications/@me', { bot: { username: 'gutsy' } }],
		['GET /oauth2/applications/@me', { bot: { username: 'gutsy' } }],
		['GET /guilds/$G', { name: 'Gut' }],
		['GET /guilds/$G?with_counts=true', { name: 'Gut', approximate_member_count: 3 }],
		['GET /guilds/$G/members/$A', { user: { username: 'alice' } }],
		['GET /channels/$C', { name: 'general', type: 0 }],
		['GET /channels/$DM', { type: 1, recipients: [{ username: 'alice' }] }],
	])('answers %s', async (route, expected) => {
		const scene = await aDiscord();
		const answer = await call(scene.discord, await fill(scene, route));
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('application/json');
		expect(answer.json).toMatchObject(expected);
	});

	test('lists the servers that the bot is in, a page at a time, without those that it was removed from', async () => {
		const scene = await aDiscord();
		const { discord, guildId } = scene;
		const other = discord.world.addGuild({ name: 'Other', channels: ['general'] });
		discord.world.addGuild({ name: 'Foreign', channels: ['general'], botInstalled: false });
		const names = async (query: string) => {
			const { json } = await call(discord, `GET /users/@me/guilds${query}`);
			return Object.values(json).map((guild) => Reflect.get(Object(guild), 'name'));
		};
		expect(await names('')).toEqual(['Gut', 'Other']);
		expect(await names('?limit=1')).toEqual(['Gut']);
		expect(await names(`?limit=1&after=${guildId}`)).toEqual(['Other']);
		discord.world.removeBot(other.id);
		expect(await names('?limit=200')).toEqual(['Gut']);
		expect(verdict(await call(discord, `GET /guilds/${other.id}`))).toBe('404 10004');
		discord.world.installBot(other.id);
		expect(await names('')).toEqual(['Gut', 'Other']);
	});

	test.each([
		['GET /users/1', undefined, '404 10013'],
		['GET /guilds/1', undefined, '404 10004'],
		['GET /guilds/$G/members/1', undefined, '404 10007'],
		['GET /channels/1', undefined, '404 10003'],
		['GET /channels/$C/messages/1', undefined, '404 10008'],
		['POST /users/@me/channels', { recipient_id: '1' }, '400 50033'],
		['POST /users/@me/channels', { recipient_id: '$APP' }, '400 50033'],
		['GET /applications/1/commands', undefined, '403 20012'],
		['GET /applications/$APP/commands/1', undefined, '404 10063'],
		['PUT /applications/$APP/guilds/1/commands', [], '403 50001'],
		['POST /channels/$C/messages', '{"content":', '400 50109'],
	])('refuses %s', async (route, body, expected) => {
		const scene = await aDiscord();
		const text =
			body === undefined || typeof body === 'string' ? body : await fill(scene, JSON.stringify(body));
		expect(verdict(await call(scene.discord, await fill(scene, route), text))).toBe(expected);
	});

	test.each([
		['an empty message', 'POST /channels/$C/messages', {}, '400 50006'],
		['a message that is too long', 'POST /channels/$C/messages', { content: 'x'.repeat(2001) }, '400 50035'],
		['a DM without a recipient', 'POST /users/@me/channels', {}, '400 50035'],
		[
			'a command in capitals',
			'PUT /applications/$APP/commands',
			[{ name: 'Ask', description: 'x' }],
			'400 50035',
		],
	])('checks the body of %s and records the fault', async (_case, route, body, expected) => {
		const scene = await aDiscord();
		scene.expectProblems(/^Refused body: /);
		expect(verdict(await call(scene.discord, await fill(scene, route), body))).toBe(expected);
		expect(scene.discord.requests.at(-1)?.contractError).toMatchObject({ code: Number(expected.slice(4)) });
		expect(scene.discord.problems()).toHaveLength(1);
	});

	test('refuses a wrong or missing token', async () => {
		const { discord } = await aDiscord();
		for (const auth of [false, 'Bot wrong', `Bearer ${discord.token}`]) {
			const answer = await call(discord, 'GET /users/@me', undefined, { auth });
			expect(answer).toMatchObject({ status: 401, json: { message: '401: Unauthorized', code: 0 } });
		}
		expect(discord.requests.map(({ auth }) => auth)).toEqual(['none', 'wrong', 'wrong']);
	});

	test('knows no other endpoint, and says so', async () => {
		const scene = await aDiscord();
		scene.expectProblems(/^Unknown endpoint: DELETE \/guilds\/1$/);
		const answer = await call(scene.discord, 'DELETE /guilds/1');
		expect(answer).toMatchObject({ status: 404, json: { message: '404: Not Found', code: 0 } });
		expect(scene.discord.problems()).toHaveLength(1);
	});

	test('hides the tokens of interactions in its log', async () => {
		const scene = await aDiscord();
		const gateway = await login(scene);
		await call(scene.discord, `PUT /applications/${scene.discord.applicationId}/commands`, [
			{ name: 'ask', description: 'Ask' },
		]);
		void scene.alice.slash('ask');
		const { d } = await gateway.next('INTERACTION_CREATE');
		await call(scene.discord, `POST /interactions/${d.id}/${d.token}/callback`, { type: 5 });
		await call(scene.discord, `PATCH /webhooks/${d.application_id}/${d.token}/messages/@original`, {
			content: 'x',
		});
		expect(scene.discord.requests.at(-1)?.path).toBe(
			`/webhooks/${d.application_id}/{token}/messages/@original`,
		);
		expect(JSON.stringify([scene.discord.requests, scene.discord.snapshot()])).not.toContain(d.token);
	});

	test('keeps snowflakes that come as numbers', async () => {
		const { discord, alice } = await aDiscord();
		const { json } = await call(discord, 'POST /users/@me/channels', `{"recipient_id":${alice.userId}}`);
		expect(json).toMatchObject({ recipients: [{ id: alice.userId }] });
	});
});
