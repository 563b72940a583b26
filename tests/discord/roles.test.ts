import { describe, expect, test } from 'vitest';
import { isHarmless } from '../../src/discord/harmless-role.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createRoles } from '../../src/discord/roles.ts';
import { everyonePermissions } from '../../src/sandbox/permissions.ts';
import { aDiscord } from '../sandbox/support/a-discord.ts';

const role = { id: '555', permissions: '0', managed: false };

describe('isHarmless()', () => {
	test.each([
		['no permissions', role, true],
		['what Discord gives to everyone', { ...role, permissions: everyonePermissions.toString() }, true],
		['the whole server', { ...role, permissions: '8' }, false],
		['other people’s messages', { ...role, permissions: String(1n << 13n) }, false],
		['a permission that nobody knows yet', { ...role, permissions: String(1n << 60n) }, false],
		['an app behind it', { ...role, managed: true }, false],
		['everyone in it', { ...role, id: '900' }, false],
	])('of a role with %s', (_case, facts, harmless) => {
		expect(isHarmless(facts, '900')).toBe(harmless);
	});
});

async function aServer() {
	const scene = await aDiscord();
	const { discord, guildId, alice } = scene;
	const daily = discord.world.addRole(guildId, { name: 'Daily' });
	const own = discord.world.addRole(guildId, { name: 'Own', permissions: ['ManageRoles'], managed: true });
	discord.world.setRoles(guildId, discord.botUserId, [own.id]);
	const roles = createRoles(createRest(discord.apiUrl, discord.token));
	const wanted = { guildId, memberId: alice.userId, roleId: daily.id };
	const held = () =>
		discord.world
			.guilds()
			.find(({ id }) => id === guildId)
			?.members.find(({ userId }) => userId === alice.userId)?.roles;
	return { ...scene, roles, wanted, held, daily, own };
}

describe('a role', () => {
	test('is given and taken', async () => {
		const { roles, wanted, held } = await aServer();
		expect(await roles.look(wanted)).toBe('harmless');
		expect(await roles.give(wanted)).toBe('changed');
		expect(held()).toEqual([wanted.roleId]);
		expect(await roles.take(wanted)).toBe('changed');
		expect(held()).toEqual([]);
	});

	test('with power is not given, but taken', async () => {
		const { discord, guildId, roles, wanted, held } = await aServer();
		await roles.give(wanted);
		discord.world.changeRole(guildId, wanted.roleId, { permissions: ['KickMembers'] });
		expect(await roles.look(wanted)).toBe('powerful');
		expect(await roles.give(wanted)).toBe('powerful');
		expect(await roles.take(wanted)).toBe('changed');
		expect(held()).toEqual([]);
	});

	test('above Gutsy’s own is forbidden', async () => {
		const { discord, guildId, roles, wanted } = await aServer();
		const high = discord.world.addRole(guildId, { name: 'High' });
		expect(await roles.give({ ...wanted, roleId: high.id })).toBe('forbidden');
	});

	test.each([
		['the role', { roleId: '1' }],
		['the server', { guildId: '1' }],
	])('is gone with %s', async (_case, changes) => {
		const { roles, wanted } = await aServer();
		expect(await roles.look({ ...wanted, ...changes })).toBe('gone');
		expect(await roles.give({ ...wanted, ...changes })).toBe('gone');
		expect(await roles.take({ ...wanted, ...changes })).toBe('gone');
	});

	test('is gone with the member', async () => {
		const { roles, wanted } = await aServer();
		expect(await roles.give({ ...wanted, memberId: '1' })).toBe('gone');
	});
});
