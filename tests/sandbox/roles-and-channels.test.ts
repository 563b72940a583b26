import { describe, expect, test } from 'vitest';
import { aDiscord } from './support/a-discord.ts';
import { fill } from './support/fill.ts';
import { call, verdict } from './support/raw-rest.ts';

/** A server in which the bot's own role stands between one role that it may give and one that it may not. */
async function aServerWithRoles() {
	const scene = await aDiscord();
	const { discord, guildId } = scene;
	const low = discord.world.addRole(guildId, { name: 'Low', mentionable: true });
	const own = discord.world.addRole(guildId, { name: 'Own', permissions: ['ManageRoles'], managed: true });
	const high = discord.world.addRole(guildId, { name: 'High' });
	discord.world.setRoles(guildId, discord.botUserId, [own.id]);
	const rolesOfAlice = async () =>
		(await call(discord, await fill(scene, 'GET /guilds/$G/members/$A'))).json['roles'];
	return { ...scene, low, own, high, rolesOfAlice };
}

describe('a role', () => {
	test('is given and taken, as often as one likes', async () => {
		const scene = await aServerWithRoles();
		const { discord, low, rolesOfAlice } = scene;
		for (const [method, roles] of [
			['PUT', [low.id]],
			['PUT', [low.id]],
			['DELETE', []],
			['DELETE', []],
		] as const) {
			const route = await fill(scene, `${method} /guilds/$G/members/$A/roles/${low.id}`);
			expect(verdict(await call(discord, route))).toBe('204');
			expect(await rolesOfAlice()).toEqual(roles);
		}
	});

	test('can be read', async () => {
		const scene = await aServerWithRoles();
		const { json } = await call(scene.discord, await fill(scene, `GET /guilds/$G/roles/${scene.own.id}`));
		expect(json).toMatchObject({ name: 'Own', managed: true, mentionable: false, position: 2 });
	});

	test.each([
		['that stands above the bot’s', 'high', '403 50013'],
		['of the bot itself', 'own', '403 50013'],
	] as const)('%s is not given', async (_case, which, expected) => {
		const scene = await aServerWithRoles();
		const route = await fill(scene, `PUT /guilds/$G/members/$A/roles/${scene[which].id}`);
		expect(verdict(await call(scene.discord, route))).toBe(expected);
		expect(await scene.rolesOfAlice()).toEqual([]);
	});

	test('is not given without the permission to', async () => {
		const scene = await aServerWithRoles();
		scene.discord.world.setRoles(scene.guildId, scene.discord.botUserId, []);
		const route = await fill(scene, `PUT /guilds/$G/members/$A/roles/${scene.low.id}`);
		expect(verdict(await call(scene.discord, route))).toBe('403 50013');
	});

	test.each([
		['PUT /guilds/$G/members/$A/roles/$G', '400 50028'],
		['PUT /guilds/$G/members/$A/roles/1', '404 10011'],
		['GET /guilds/$G/roles/1', '404 10011'],
		['DELETE /guilds/$G/members/1/roles/1', '404 10007'],
		['DELETE /guilds/1/members/$A/roles/1', '404 10004'],
	])('%s is refused', async (route, expected) => {
		const scene = await aServerWithRoles();
		expect(verdict(await call(scene.discord, await fill(scene, route)))).toBe(expected);
	});

	test('is notified where it may be mentioned, or its author may mention all', async () => {
		const scene = await aServerWithRoles();
		const { discord, guildId, alice, low, high } = scene;
		const post = async () => {
			const body = {
				content: `<@&${low.id}> <@&${high.id}>`,
				allowed_mentions: { parse: [], roles: [low.id, high.id] },
			};
			await call(discord, await fill(scene, 'POST /channels/$C/messages'), body);
			return alice.sees().at(-1)?.pings.roles;
		};
		expect(await post()).toEqual([low.id]);
		discord.world.setPermissions(guildId, discord.botUserId, ['MentionEveryone']);
		expect(await post()).toEqual([low.id, high.id]);
	});
});

describe('a channel', () => {
	test.each([
		['hides itself from the bot', ['ViewChannel'], '403 50001'],
		['does not let the bot write', ['SendMessages'], '403 50013'],
	] as const)('that %s refuses its messages', async (_case, deny, expected) => {
		const scene = await aDiscord();
		const { discord, channelId } = scene;
		discord.world.setOverwrite(channelId, { id: discord.botUserId, deny });
		const route = `POST /channels/${channelId}/messages`;
		expect(verdict(await call(discord, route, { content: 'Hello' }))).toBe(expected);
		discord.world.setOverwrite(channelId, { id: discord.botUserId });
		expect(verdict(await call(discord, route, { content: 'Hello' }))).toBe('200');
	});

	test('allows a role what it denies to everyone, and a member what it denies to the role', async () => {
		const scene = await aServerWithRoles();
		const { discord, guildId, channelId, own } = scene;
		const route = `POST /channels/${channelId}/messages`;
		const verdicts: string[] = [];
		for (const overwrite of [
			{ id: guildId, deny: ['SendMessages'] },
			{ id: own.id, allow: ['SendMessages'] },
			{ id: discord.botUserId, deny: ['SendMessages'] },
		] as const) {
			discord.world.setOverwrite(channelId, overwrite);
			verdicts.push(verdict(await call(discord, route, { content: 'Hello' })));
		}
		expect(verdicts).toEqual(['403 50013', '200', '403 50013']);
	});

	test('is hidden from members who may not see it', async () => {
		const { discord, guildId, channelId, alice } = await aDiscord();
		discord.world.setOverwrite(channelId, { id: alice.userId, deny: ['ViewChannel'] });
		expect(() => discord.member(alice.userId, { guildId, channel: 'general' })).toThrow('cannot see');
	});

	test('is unknown once it was removed', async () => {
		const { discord, channelId } = await aDiscord();
		discord.world.removeChannel(channelId);
		const answer = await call(discord, `POST /channels/${channelId}/messages`, { content: 'Hello' });
		expect(verdict(answer)).toBe('404 10003');
	});
});
