import { describe, expect, test } from 'vitest';
import { aBareBot, modal } from './support/a-bare-bot.ts';
import { aDiscord } from './support/a-discord.ts';
import { call, verdict } from './support/raw-rest.ts';

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
			expect([type, verdict(answer)]).toEqual([
				type,
				(allowed as readonly number[]).includes(type) ? '204' : '400 50035',
			]);
		}
	});

	test('tells what it made when asked to', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, payload } = await begin.command();
		const { status, json } = await respond(5, { flags: 64 }, '?with_response=true');
		expect(status).toBe(200);
		expect(json).toMatchObject({
			interaction: {
				id: payload.id,
				type: 2,
				response_message_loading: true,
				response_message_ephemeral: true,
			},
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
			const answer = await call(
				scene.discord,
				`POST /interactions/${path}/callback`,
				{ type: 5 },
				{ auth: false },
			);
			expect(verdict(answer)).toBe('404 10062');
		}
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
		const { begin } = await aBareBot({
			...scene,
			alice: discord.member(alice.userId, { channelId: channel.id }),
		});
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
