import { describe, expect, test } from 'vitest';
import { aDiscord, type Scene } from './support/a-discord.ts';
import { login } from './support/raw-gateway.ts';
import { call, verdict } from './support/raw-rest.ts';

/** Fills in the ids of the scene: G guild, C channel, A alice, APP application, DM the conversation with alice. */
async function fill(scene: Scene, route: string): Promise<string> {
	const { discord, guildId, channelId, alice } = scene;
	const ids: Record<string, string> = {
		G: guildId,
		C: channelId,
		A: alice.userId,
		APP: discord.applicationId,
		DM: route.includes('$DM') ? await openDm(scene) : '',
	};
	return route.replace(/\$([A-Z]+)/g, (_match, name: string) => ids[name] ?? '');
}

async function openDm({ discord, alice }: Scene): Promise<string> {
	const { json } = await call(discord, 'POST /users/@me/channels', { recipient_id: alice.userId });
	return String(json['id']);
}

describe('the REST interface', () => {
	test.each([
		['GET /gateway/bot', { shards: 1, session_start_limit: { total: 1000, remaining: 1000, max_concurrency: 1 } }],
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
		const text = body === undefined || typeof body === 'string' ? body : await fill(scene, JSON.stringify(body));
		expect(verdict(await call(scene.discord, await fill(scene, route), text))).toBe(expected);
	});

	test.each([
		['an empty message', 'POST /channels/$C/messages', {}, '400 50006'],
		['a message that is too long', 'POST /channels/$C/messages', { content: 'x'.repeat(2001) }, '400 50035'],
		['a DM without a recipient', 'POST /users/@me/channels', {}, '400 50035'],
		['a command in capitals', 'PUT /applications/$APP/commands', [{ name: 'Ask', description: 'x' }], '400 50035'],
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
		await call(scene.discord, `PATCH /webhooks/${d.application_id}/${d.token}/messages/@original`, { content: 'x' });
		expect(scene.discord.requests.at(-1)?.path).toBe(`/webhooks/${d.application_id}/{token}/messages/@original`);
		expect(JSON.stringify([scene.discord.requests, scene.discord.snapshot()])).not.toContain(d.token);
	});

	test('keeps snowflakes that come as numbers', async () => {
		const { discord, alice } = await aDiscord();
		const { json } = await call(discord, 'POST /users/@me/channels', `{"recipient_id":${alice.userId}}`);
		expect(json).toMatchObject({ recipients: [{ id: alice.userId }] });
	});
});

describe('commands', () => {
	const ask = { name: 'ask', description: 'Ask', name_localizations: { de: 'frag' } };
	const menu = { name: 'Ask', type: 3 };

	test('are replaced as a list, keeping the ids of those that stay', async () => {
		const { discord } = await aDiscord();
		const route = `/applications/${discord.applicationId}/commands`;
		const first = await call(discord, `PUT ${route}`, [ask, menu]);
		const second = await call(discord, `PUT ${route}`, [menu, { ...ask, description: 'Ask me' }]);
		const byName = (list: unknown) => Object.fromEntries((list as { name: string; id: string }[]).map((each) => [each.name, each]));
		expect(byName(second.json)).toMatchObject({
			ask: { id: byName(first.json)['ask']?.id, description: 'Ask me', name_localizations: { de: 'frag' } },
			Ask: { id: byName(first.json)['Ask']?.id, type: 3, description: '' },
		});
		expect((await call(discord, `PUT ${route}`, [])).json).toEqual([]);
	});

	test('are upserted one by one, changed and deleted', async () => {
		const { discord } = await aDiscord();
		const route = `/applications/${discord.applicationId}/commands`;
		const made = await call(discord, `POST ${route}`, ask);
		expect(made.status).toBe(201);
		const again = await call(discord, `POST ${route}`, { ...ask, description: 'Ask me' });
		expect(again).toMatchObject({ status: 200, json: { id: made.json['id'] } });
		const id = String(made.json['id']);
		expect((await call(discord, `PATCH ${route}/${id}`, { description: 'Do ask' })).json).toMatchObject({
			name: 'ask',
			description: 'Do ask',
		});
		expect((await call(discord, `GET ${route}/${id}`)).json).toMatchObject({ description: 'Do ask' });
		expect((await call(discord, `GET ${route}`)).json).toMatchObject([{ name: 'ask' }]);
		expect(verdict(await call(discord, `DELETE ${route}/${id}`))).toBe('204');
		expect(verdict(await call(discord, `DELETE ${route}/${id}`))).toBe('404 10063');
	});

	test('of a server stay in it, and localizations are listed when asked for', async () => {
		const { discord, guildId } = await aDiscord();
		const route = `/applications/${discord.applicationId}/guilds/${guildId}/commands`;
		await call(discord, `PUT ${route}`, [ask]);
		expect((await call(discord, `GET ${route}`)).json).toMatchObject([{ guild_id: guildId }]);
		expect((await call(discord, `GET ${route}?with_localizations=true`)).json).toMatchObject([
			{ name_localizations: { de: 'frag' } },
		]);
		expect((await call(discord, `GET /applications/${discord.applicationId}/commands`)).json).toEqual([]);
	});

	test('can be made only so often a day', async () => {
		const { discord } = await aDiscord({ rateLimits: { commandCreates: { limit: 1, perMs: 86_400_000 } } });
		const route = `POST /applications/${discord.applicationId}/commands`;
		await call(discord, route, ask);
		const refused = await call(discord, route, { ...ask, name: 'more' });
		expect(refused).toMatchObject({ status: 429, json: { code: 30034 } });
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000);
	});
});

describe('messages', () => {
	test('are sent, read, changed and deleted', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const route = `/channels/${channelId}/messages`;
		const first = await call(discord, `POST ${route}`, { content: 'one' });
		const reply = await call(discord, `POST ${route}`, {
			content: 'two',
			message_reference: { message_id: first.json['id'] },
		});
		expect(reply.json).toMatchObject({ type: 19, referenced_message: { content: 'one' } });
		expect((await call(discord, `GET ${route}?limit=1`)).json).toMatchObject([{ content: 'two' }]);
		const edited = await call(discord, `PATCH ${route}/${first.json['id']}`, { content: 'uno' });
		expect(edited.json).toMatchObject({ content: 'uno', edited_timestamp: expect.any(String) });
		expect(verdict(await call(discord, `DELETE ${route}/${reply.json['id']}`))).toBe('204');
		expect(verdict(await call(discord, `POST /channels/${channelId}/typing`))).toBe('204');
		expect(alice.sees().map(({ content, edited: isEdited }) => [content, isEdited])).toEqual([['uno', true]]);
	});

	test('of others can be neither edited nor deleted without permission', async () => {
		const { discord, guildId, channelId, alice } = await aDiscord();
		const { id } = alice.say('mine');
		const route = `/channels/${channelId}/messages/${id}`;
		expect(verdict(await call(discord, `PATCH ${route}`, { content: 'x' }))).toBe('403 50005');
		expect(verdict(await call(discord, `DELETE ${route}`))).toBe('403 50013');
		discord.world.setPermissions(guildId, discord.botUserId, ['ManageMessages']);
		expect(verdict(await call(discord, `DELETE ${route}`))).toBe('204');
	});

	test('with an enforced nonce are stored once, for a while', async () => {
		const { discord, channelId } = await aDiscord();
		const send = () =>
			call(discord, `POST /channels/${channelId}/messages`, { content: 'x', nonce: 'job-1', enforce_nonce: true });
		const first = await send();
		expect(first.json).toMatchObject({ nonce: 'job-1' });
		expect((await send()).json['id']).toBe(first.json['id']);
		discord.clock.advance(3 * 60_000);
		expect((await send()).json['id']).not.toBe(first.json['id']);
	});

	test('carry files, which can be downloaded', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const form = new FormData();
		form.set('payload_json', JSON.stringify({ content: 'see', attachments: [{ id: 0, description: 'A plate' }] }));
		form.set('files[0]', new Blob(['PNG'], { type: 'image/png' }), 'plate of kimchi.png');
		const { json } = await call(discord, `POST /channels/${channelId}/messages`, form);
		expect(json['attachments']).toMatchObject([{ filename: 'plate of kimchi.png', size: 3, description: 'A plate' }]);
		const [attachment] = alice.sees()[0]?.attachments ?? [];
		const file = await fetch(attachment?.url ?? '');
		expect([file.headers.get('content-type'), await file.text()]).toEqual(['image/png', 'PNG']);
		expect(discord.requests[0]?.files).toEqual([{ filename: 'plate of kimchi.png', size: 3 }]);
	});

	test('with a file that is too large are refused', async () => {
		const { discord, channelId } = await aDiscord();
		const form = new FormData();
		form.set('payload_json', '{}');
		form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big.bin');
		expect(verdict(await call(discord, `POST /channels/${channelId}/messages`, form))).toBe('413 40005');
	});

	test('ping only whom they may', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const content = `@everyone <@${alice.userId}>`;
		const send = (allowed_mentions?: object) =>
			call(discord, `POST /channels/${channelId}/messages`, { content, allowed_mentions });
		await send();
		await send({ parse: [] });
		await send({ users: [alice.userId] });
		expect(alice.sees().map(({ pings }) => pings)).toEqual([
			{ everyone: true, users: [alice.userId], roles: [] },
			{ everyone: false, users: [], roles: [] },
			{ everyone: false, users: [alice.userId], roles: [] },
		]);
	});
});

describe('a direct message', () => {
	test('goes to one and the same channel', async () => {
		const scene = await aDiscord();
		const dm = await openDm(scene);
		expect(await openDm(scene)).toBe(dm);
		await call(scene.discord, `POST /channels/${dm}/messages`, { content: 'Good morning' });
		expect(scene.alice.directMessages()).toMatchObject([{ content: 'Good morning' }]);
	});

	test.each([
		['the user takes none', ({ discord, alice }: Scene) => discord.faults.closeDms(alice.userId), '403 50007'],
		['no server is shared', ({ discord, alice }: Scene) => discord.faults.noMutualGuild(alice.userId), '403 50278'],
		['the user left', ({ discord, alice, guildId }: Scene) => discord.world.removeMember(guildId, alice.userId), '403 50278'],
		['the bot was removed', ({ discord, guildId }: Scene) => discord.world.removeBot(guildId), '403 50278'],
	])('is refused when %s', async (_case, change, expected) => {
		const scene = await aDiscord();
		const dm = await openDm(scene);
		change(scene);
		expect(verdict(await call(scene.discord, `POST /channels/${dm}/messages`, { content: 'x' }))).toBe(expected);
	});

	test('is refused when too many are opened too fast', async () => {
		const { discord } = await aDiscord({ rateLimits: { dmOpens: { limit: 1, perMs: 600_000 } } });
		const open = () =>
			call(discord, 'POST /users/@me/channels', { recipient_id: discord.world.addUser({ username: 'u' }).id });
		expect([verdict(await open()), verdict(await open())]).toEqual(['200', '403 40003']);
	});

	test('is refused by a server in which the bot may not write', async () => {
		const { discord, channelId, guildId } = await aDiscord();
		discord.world.removeBot(guildId);
		expect(verdict(await call(discord, `POST /channels/${channelId}/messages`, { content: 'x' }))).toBe('403 50001');
	});
});
