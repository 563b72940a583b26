import { describe, expect, test } from 'vitest';
import { aDiscord, type Scene } from './support/a-discord.ts';
import { login } from './support/raw-gateway.ts';
import { call, verdict } from './support/raw-rest.ts';

const ask = {
	name: 'ask',
	description: 'Ask',
	integration_types: [0, 1],
	contexts: [0, 1, 2],
	options: [{ type: 3, name: 'question', description: 'What?', autocomplete: true }],
};

const modal = {
	custom_id: 'm',
	title: 'M',
	components: [{ type: 18, label: 'T', component: { type: 4, style: 1, custom_id: 't', required: false } }],
};
const go = { content: 'Go?', components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] }] };

/** A bot of bare REST and gateway: `start` has alice begin an interaction and gives its calls. */
async function aBareBot(scene: Scene) {
	const { discord, alice } = scene;
	const gateway = await login(scene);
	await call(discord, `PUT /applications/${discord.applicationId}/commands`, [ask]);

	async function taken() {
		const { d } = await gateway.next('INTERACTION_CREATE');
		const webhook = `/webhooks/${d.application_id}/${d.token}`;
		return {
			payload: d,
			respond: (type: number, data?: object, query = '') =>
				call(discord, `POST /interactions/${d.id}/${d.token}/callback${query}`, { type, data }, { auth: false }),
			followUp: (body: unknown = { content: 'more' }) => call(discord, `POST ${webhook}`, body, { auth: false }),
			get: (id = '@original') => call(discord, `GET ${webhook}/messages/${id}`, undefined, { auth: false }),
			edit: (body: unknown = { content: 'changed' }, id = '%40original') =>
				call(discord, `PATCH ${webhook}/messages/${id}`, body, { auth: false }),
			remove: (id = '@original') => call(discord, `DELETE ${webhook}/messages/${id}`, undefined, { auth: false }),
		};
	}

	const begin = {
		command: async () => {
			const outcome = alice.slash('ask');
			return { ...(await taken()), outcome };
		},
		autocomplete: async () => {
			const outcome = alice.autocomplete('ask', {}, 'question');
			outcome.catch(() => undefined);
			return { ...(await taken()), outcome };
		},
		component: async () => {
			const command = await begin.command();
			await command.respond(4, go);
			const { message } = await command.outcome;
			if (!message) throw new Error('No message');
			const outcome = alice.click(message, 'Go');
			return { ...(await taken()), outcome };
		},
		modal: async () => {
			const command = await begin.command();
			await command.respond(9, modal);
			const { modal: shown } = await command.outcome;
			if (!shown) throw new Error('No modal');
			const outcome = alice.submit(shown);
			return { ...(await taken()), outcome };
		},
		'modal from a message': async () => {
			const component = await begin.component();
			await component.respond(9, modal);
			const { modal: shown } = await component.outcome;
			if (!shown) throw new Error('No modal');
			const outcome = alice.submit(shown);
			return { ...(await taken()), outcome };
		},
	};
	return { gateway, begin };
}

describe('a first answer', () => {
	const data: Record<number, object | undefined> = {
		4: { content: 'hi' },
		7: { content: 'hi' },
		8: { choices: [] },
		9: modal,
	};

	test.each([
		['command', [4, 5, 9]],
		['component', [4, 5, 6, 7, 9]],
		['modal', [4, 5]],
		['modal from a message', [4, 5, 6, 7]],
		['autocomplete', [8]],
	] as const)('to a %s is one of %j', async (kind, allowed) => {
		const scene = await aDiscord();
		scene.expectProblems(/Refused body/);
		const { begin } = await aBareBot(scene);
		for (const type of [4, 5, 6, 7, 8, 9]) {
			const { respond } = await begin[kind]();
			const answer = await respond(type, data[type]);
			expect([type, verdict(answer)]).toEqual([type, (allowed as readonly number[]).includes(type) ? '204' : '400 50035']);
		}
	});

	test('tells what it made when asked to', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, payload } = await begin.command();
		const { status, json } = await respond(5, { flags: 64 }, '?with_response=true');
		expect(status).toBe(200);
		expect(json).toMatchObject({
			interaction: { id: payload.id, type: 2, response_message_loading: true, response_message_ephemeral: true },
			resource: { type: 4, message: { flags: 64 | 128, type: 20 } },
		});
	});

	test('comes once', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond } = await begin.command();
		await respond(4, { content: 'hi' });
		expect(verdict(await respond(4, { content: 'hi' }))).toBe('400 40060');
	});

	test('comes within 3 seconds', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, outcome } = await begin.command();
		scene.discord.clock.advance(3000);
		expect(verdict(await respond(4, { content: 'hi' }))).toBe('404 10062');
		expect(await outcome).toMatchObject({ responded: false });
	});

	test('needs an id and token that are known', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { payload } = await begin.command();
		for (const path of [`${payload.id}/wrong`, `1/${payload.token}`]) {
			const answer = await call(scene.discord, `POST /interactions/${path}/callback`, { type: 5 }, { auth: false });
			expect(verdict(answer)).toBe('404 10062');
		}
	});
});

describe('the webhook of an interaction', () => {
	test.each([
		['before an acknowledgement', 'command', undefined, '404 10015'],
		['after a modal', 'command', 9, '404 10015'],
		['after suggestions', 'autocomplete', 8, '404 10015'],
	] as const)('does not work %s', async (_case, kind, type, expected) => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, followUp, edit } = await begin[kind]();
		if (type) await respond(type, type === 9 ? modal : { choices: [] });
		expect(verdict(await followUp())).toBe(expected);
		expect(verdict(await edit())).toBe(expected);
	});

	test('is unknown with another token or application', async () => {
		const scene = await aDiscord();
		const { discord } = scene;
		const { begin } = await aBareBot(scene);
		const { payload, respond } = await begin.command();
		await respond(5);
		for (const path of [`${discord.applicationId}/wrong`, `1/${payload.token}`])
			expect(verdict(await call(discord, `POST /webhooks/${path}`, { content: 'x' }))).toBe('404 10015');
	});

	test('ends after 15 minutes, and with it the hope for a deferred answer', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, edit, outcome } = await begin.command();
		await respond(5);
		scene.discord.clock.advance(15 * 60_000);
		expect(verdict(await edit())).toBe('401 50027');
		expect(await outcome).toMatchObject({ responded: false, deferred: true, acknowledgedWith: 5 });
	});

	test('edits the loading message with the first follow-up', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, followUp, outcome } = await begin.command();
		await respond(5, { flags: 64 });
		expect(scene.alice.sees()).toMatchObject([{ loading: true, ephemeral: true }]);
		await followUp({ content: 'first' });
		expect((await outcome).message).toMatchObject({ content: 'first', loading: false, ephemeral: true, edited: false });
		await followUp({ content: 'second' });
		expect(scene.alice.sees().map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
			['first', true],
			['second', false],
		]);
	});

	test('changes and deletes the original, which is then unknown', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, edit, get, remove } = await begin.command();
		await respond(4, { content: 'hi' });
		expect((await edit()).json).toMatchObject({ content: 'changed', edited_timestamp: expect.any(String) });
		expect((await get()).json).toMatchObject({ content: 'changed' });
		expect(verdict(await remove())).toBe('204');
		expect(verdict(await get())).toBe('404 10008');
		expect(verdict(await edit())).toBe('404 10008');
		expect(scene.alice.sees()).toEqual([]);
	});

	test('reaches ephemeral follow-ups, which the channel does not know', async () => {
		const scene = await aDiscord();
		const { discord, channelId } = scene;
		const { begin } = await aBareBot(scene);
		const { respond, followUp, edit, get, remove } = await begin.command();
		await respond(4, { content: 'hi' });
		const { json } = await followUp({ content: 'psst', flags: 64 });
		const id = String(json['id']);
		for (const method of ['GET', 'PATCH', 'DELETE']) {
			const body = method === 'PATCH' ? { content: 'x' } : undefined;
			expect(verdict(await call(discord, `${method} /channels/${channelId}/messages/${id}`, body))).toBe('404 10008');
		}
		expect(verdict(await edit({ content: 'psst!' }, id))).toBe('200');
		expect((await get(id)).json).toMatchObject({ content: 'psst!', flags: 64 });
		expect(verdict(await remove(id))).toBe('204');
		expect(verdict(await get('1'))).toBe('404 10008');
	});

	test('defers an update and edits the message of the component', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, edit, outcome } = await begin.component();
		await respond(6);
		await edit({ content: 'went', components: [] });
		expect((await outcome).message).toMatchObject({ content: 'went', buttons: [] });
	});

	test('takes five follow-ups where the app is only user-installed', async () => {
		const scene = await aDiscord();
		const { discord, alice } = scene;
		const elsewhere = discord.world.addGuild({ name: 'Elsewhere', channels: ['c'], botInstalled: false });
		discord.world.addMember(elsewhere.id, alice.userId);
		discord.world.userInstall(alice.userId);
		const there = discord.member(alice.userId, { guildId: elsewhere.id, channel: 'c' });
		const { begin } = await aBareBot({ ...scene, alice: there });
		const { respond, followUp, payload } = await begin.command();
		expect(payload).toMatchObject({ context: 0, authorizing_integration_owners: { '1': alice.userId } });
		await respond(4, { content: 'hi' });
		const verdicts = [];
		for (let count = 0; count < 6; count += 1) {
			verdicts.push(verdict(await followUp()));
			discord.clock.advance(2000);
		}
		expect(verdicts).toEqual(['200', '200', '200', '200', '200', '400 40094']);
	});
});

describe('Components V2', () => {
	const v2 = { flags: 32_768, components: [{ type: 10, content: 'new' }] };

	test('come by an edit that empties what they exclude, and stay', async () => {
		const scene = await aDiscord();
		scene.expectProblems(/LEGACY_FIELDS/, /Refused body/);
		const { begin } = await aBareBot(scene);
		const { respond, edit } = await begin.command();
		await respond(4, { content: 'old' });
		expect(verdict(await edit(v2))).toBe('400 50035');
		expect((await edit({ ...v2, content: null })).json).toMatchObject({ flags: 32_768, content: '' });
		expect(verdict(await edit({ content: 'old' }))).toBe('400 50035');
		expect((await edit({ components: [{ type: 10, content: 'newer' }] })).json).toMatchObject({ flags: 32_768 });
	});

	test('number themselves', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, get } = await begin.command();
		const section = {
			type: 9,
			components: [{ type: 10, content: 'a' }],
			accessory: { type: 2, style: 1, custom_id: 'x', label: 'X' },
		};
		await respond(4, { flags: 32_768, components: [{ type: 17, id: 3, components: [section, { type: 14 }] }] });
		expect((await get()).json['components']).toMatchObject([
			{ id: 3, components: [{ id: 1, components: [{ id: 2 }], accessory: { id: 4 } }, { id: 5, spacing: 1 }] },
		]);
	});
});

describe('an interaction', () => {
	test('says where it happens, who acts, and what the app may do', async () => {
		const scene = await aDiscord();
		const { guildId, channelId, alice } = scene;
		const { begin } = await aBareBot(scene);
		const { payload } = await begin.command();
		expect(payload).toMatchObject({
			type: 2,
			version: 1,
			locale: 'en-US',
			guild_locale: 'en-US',
			guild_id: guildId,
			channel_id: channelId,
			channel: { id: channelId, type: 0, name: 'general' },
			member: { user: { id: alice.userId, username: 'alice' }, permissions: expect.stringMatching(/^\d+$/) },
			context: 0,
			authorizing_integration_owners: { '0': guildId },
			entitlements: [],
			attachment_size_limit: 10_485_760,
			app_permissions: expect.stringMatching(/^\d+$/),
			data: { name: 'ask', type: 1, options: [] },
		});
	});

	test('in a private channel has a user, no member', async () => {
		const scene = await aDiscord();
		const { discord, alice } = scene;
		const bob = discord.world.addUser({ username: 'bob' });
		discord.world.userInstall(alice.userId);
		const channel = discord.world.addPrivateChannel([alice.userId, bob.id]);
		const { begin } = await aBareBot({ ...scene, alice: discord.member(alice.userId, { channelId: channel.id }) });
		const { payload, respond, outcome } = await begin.command();
		expect(payload).toMatchObject({ context: 2, user: { id: alice.userId }, channel: { type: 3 } });
		expect(payload).not.toHaveProperty('member');
		await respond(4, { content: 'hi' });
		expect((await outcome).message?.content).toBe('hi');
		expect(verdict(await call(discord, `GET /channels/${channel.id}/messages`))).toBe('403 50001');
	});

	test('from a message or a modal brings that message, and its answer tells of it', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { payload, respond } = await begin['modal from a message']();
		expect(payload).toMatchObject({ type: 5, message: { content: 'Go?' }, data: { custom_id: 'm' } });
		const { json } = await respond(4, { content: 'done' }, '?with_response=true');
		expect(json).toMatchObject({
			resource: {
				message: {
					type: 19,
					message_reference: { message_id: payload.message.id },
					interaction_metadata: {
						type: 5,
						triggering_interaction_metadata: { type: 3, interacted_message_id: payload.message.id },
					},
				},
			},
		});
	});
});
