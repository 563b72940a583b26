import { describe, expect, test } from 'vitest';
import type { PermissionName } from '../../src/sandbox/permissions.ts';
import { aBot } from './support/a-bot.ts';
import { aDiscord, type Scene } from './support/a-discord.ts';
import { call } from './support/raw-rest.ts';

const every = {
	name: 'every',
	description: 'Takes every kind of option',
	options: [
		{ type: 3, name: 'text', description: 'x', required: true, min_length: 2, max_length: 5 },
		{ type: 4, name: 'whole', description: 'x', min_value: 1, max_value: 9 },
		{ type: 10, name: 'number', description: 'x' },
		{ type: 5, name: 'yes', description: 'x' },
		{ type: 6, name: 'user', description: 'x' },
		{ type: 7, name: 'channel', description: 'x' },
		{ type: 8, name: 'role', description: 'x' },
		{ type: 9, name: 'either', description: 'x' },
		{ type: 11, name: 'file', description: 'x' },
		{ type: 3, name: 'choice', description: 'x', choices: [{ name: 'One', value: '1' }] },
	],
};
const admin = {
	name: 'admin',
	description: 'Nested',
	default_member_permissions: '32',
	contexts: [0],
	options: [
		{
			type: 1,
			name: 'edit',
			description: 'x',
			options: [{ type: 3, name: 'id', description: 'x', autocomplete: true }],
		},
		{ type: 2, name: 'group', description: 'x', options: [{ type: 1, name: 'sub', description: 'x' }] },
	],
};
const everywhere = { name: 'everywhere', description: 'x', integration_types: [0, 1], contexts: [0, 1, 2] };
const onlyServer = { name: 'only-server', description: 'x', dm_permission: false };

async function aSceneWithCommands(...commands: object[]) {
	const scene = await aDiscord();
	await call(scene.discord, `PUT /applications/${scene.discord.applicationId}/commands`, commands);
	return scene;
}

describe('what a real client does not send', () => {
	test.each([
		['an unknown command', 'nothing', {}, 'it is not registered'],
		['a missing option', 'every', {}, 'Option "text" is required'],
		['an unknown option', 'every', { text: 'abc', more: 1 }, 'There is no option "more"'],
		['text that is too short', 'every', { text: 'a' }, 'shorter than 2'],
		['text that is too long', 'every', { text: 'abcdef' }, 'longer than 5'],
		['a number for text', 'every', { text: 7 }, 'expected text'],
		['a broken whole number', 'every', { text: 'abc', whole: 1.5 }, 'expected a whole number'],
		['a number below the least', 'every', { text: 'abc', whole: 0 }, '0 is below 1'],
		['a number above the most', 'every', { text: 'abc', whole: 10 }, '10 is above 9'],
		['text for a number', 'every', { text: 'abc', number: '1' }, 'expected a number'],
		['text for yes or no', 'every', { text: 'abc', yes: 'true' }, 'expected true or false'],
		['a stranger', 'every', { text: 'abc', user: '1' }, 'there is no User 1'],
		['a channel of elsewhere', 'every', { text: 'abc', channel: '1' }, 'there is no Channel 1'],
		['a role of elsewhere', 'every', { text: 'abc', role: '1' }, 'there is no Role 1'],
		['something outside the choices', 'every', { text: 'abc', choice: '2' }, 'not one of its choices'],
		['a command without permission', 'admin edit', {}, 'lacks its default_member_permissions'],
	])('is refused: %s', async (_case, name, options, message) => {
		const { alice } = await aSceneWithCommands(every, admin);
		await expect(alice.slash(name, options)).rejects.toThrow(message);
	});

	test.each([
		['admin', 'needs a sub-command'],
		['admin group', 'needs a sub-command'],
		['admin delete', 'has no sub-command "delete"'],
	])('is refused: /%s', async (name, message) => {
		const { alice, discord, guildId } = await aSceneWithCommands(admin);
		discord.world.setPermissions(guildId, alice.userId, ['ManageGuild']);
		await expect(alice.slash(name)).rejects.toThrow(message);
	});

	test('is refused: autocomplete of an option without it', async () => {
		const { alice } = await aSceneWithCommands(every);
		await expect(alice.autocomplete('every', {}, 'text')).rejects.toThrow('has no autocomplete');
	});

	test.each([
		['a disabled button', 'off', 'disabled'],
		['a link', 'Read', 'tells the bot nothing'],
		[
			'an absent button',
			'Gone',
			'There is no button "Gone" on the message; it has "Off", "Read", "Twin", "Twin"',
		],
		['an ambiguous label', 'Twin', 'use the custom id'],
	])('is refused: %s', async (_case, button, message) => {
		const { discord, channelId, alice } = await aDiscord();
		const buttons = [
			{ type: 2, style: 1, label: 'Off', custom_id: 'off', disabled: true },
			{ type: 2, style: 5, label: 'Read', url: 'https://example.org' },
			{ type: 2, style: 1, label: 'Twin', custom_id: 'a' },
			{ type: 2, style: 1, label: 'Twin', custom_id: 'b' },
		];
		await call(discord, `POST /channels/${channelId}/messages`, {
			content: 'x',
			components: [{ type: 1, components: buttons }],
		});
		const [shown] = alice.sees();
		if (!shown) throw new Error('No message');
		await expect(alice.click(shown, button)).rejects.toThrow(message);
	});

	test.each([
		['too few', [], '0 picked, but it takes 1 to 2'],
		['too many', ['a', 'b', 'c'], '3 picked, but it takes 1 to 2'],
		['one twice', ['a', 'a'], 'picked twice'],
		['something else', ['z'], 'no choice "z"'],
	])('is refused: %s picked in a select', async (_case, values, message) => {
		const { discord, channelId, alice } = await aDiscord();
		const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
		await call(discord, `POST /channels/${channelId}/messages`, {
			content: 'x',
			components: [{ type: 1, components: [{ type: 3, custom_id: 's', max_values: 2, options }] }],
		});
		const [shown] = alice.sees();
		if (!shown) throw new Error('No message');
		await expect(alice.select(shown, 's', values)).rejects.toThrow(message);
	});

	test('is refused: a modal that was never shown to the member', async () => {
		const scene = await aDiscord();
		const bob = scene.discord.world.addUser({ username: 'bob' });
		scene.discord.world.addMember(scene.guildId, bob.id);
		await aBot(
			scene,
			[everywhere],
			(interaction) =>
				interaction.isChatInputCommand() &&
				interaction.showModal({
					title: 'Secret',
					custom_id: 'm',
					components: [
						{ type: 18, label: 'T', component: { type: 4, style: 1, custom_id: 't', min_length: 3 } },
					],
				}),
		);
		const { modal } = await scene.alice.slash('everywhere');
		if (!modal) throw new Error('No modal');
		const other = scene.discord.member(bob.id, { channelId: scene.channelId });
		await expect(other.submit(modal, { t: 'abc' })).rejects.toThrow('bob was never shown the modal "Secret"');
		await expect(scene.alice.submit(modal)).rejects.toThrow('it must be filled in');
		await expect(scene.alice.submit(modal, { T: 'ab' })).rejects.toThrow('shorter than 3');
		await expect(scene.alice.submit(modal, { more: 'x' })).rejects.toThrow('has no field "more"');
	});

	test('is refused: acting where the user is not', async () => {
		const { discord, channelId } = await aDiscord();
		const stranger = discord.world.addUser({ username: 'stranger' });
		expect(() => discord.member(stranger.id, { channelId })).toThrow('stranger cannot see channel');
	});
});

describe('the command picker', () => {
	test.each<[string, (scene: Scene) => void, string[]]>([
		['a member', () => undefined, ['every', 'everywhere', 'only-server']],
		[
			'a moderator',
			({ discord, guildId, alice }) => discord.world.setPermissions(guildId, alice.userId, ['ManageGuild']),
			['admin', 'every', 'everywhere', 'only-server'],
		],
		[
			'an administrator',
			({ discord, guildId, alice }) => discord.world.setPermissions(guildId, alice.userId, ['Administrator']),
			['admin', 'every', 'everywhere', 'only-server'],
		],
		[
			'a moderator by role',
			({ discord, guildId, alice }) => {
				const role = discord.world.addRole(guildId, { name: 'mods', permissions: ['ManageGuild'] });
				discord.world.setRoles(guildId, alice.userId, [role.id]);
			},
			['admin', 'every', 'everywhere', 'only-server'],
		],
		['a member after the bot was removed', ({ discord, guildId }) => discord.world.removeBot(guildId), []],
		[
			'a member with the app, after the bot was removed',
			({ discord, guildId, alice }) => {
				discord.world.removeBot(guildId);
				discord.world.userInstall(alice.userId);
			},
			['everywhere'],
		],
	])('shows %s the right commands', async (_case, change, expected) => {
		const scene = await aSceneWithCommands(every, admin, everywhere, onlyServer);
		change(scene);
		expect(scene.alice.availableCommands().map(({ name }) => name)).toEqual(expected);
	});

	test('shows in the DM what is meant for it', async () => {
		const { discord, alice } = await aSceneWithCommands(every, admin, everywhere, onlyServer);
		const dm = discord.member(alice.userId, 'dm');
		expect(dm.availableCommands().map(({ name }) => name)).toEqual(['every', 'everywhere']);
	});

	test.each<[PermissionName[], boolean]>([
		[['ManageGuild'], true],
		[['Administrator'], true],
		[['ManageMessages'], false],
	])('tells the bot permissions %j as one number (Manage Server: %s)', async (permissions, manages) => {
		const scene = await aDiscord();
		const { discord, guildId, alice } = scene;
		discord.world.setPermissions(guildId, alice.userId, permissions);
		await aBot(
			scene,
			[everywhere],
			(interaction) =>
				interaction.isChatInputCommand() &&
				interaction.reply(`${interaction.memberPermissions?.has('ManageGuild')}`),
		);
		expect((await alice.slash('everywhere')).message?.content).toBe(`${manages}`);
	});
});

test('every kind of option reaches the bot with its object', async () => {
	const scene = await aDiscord();
	const { discord, guildId, channelId, alice } = scene;
	const role = discord.world.addRole(guildId, { name: 'helpers' });
	await aBot(scene, [every], (interaction) => {
		if (!interaction.isChatInputCommand()) return undefined;
		const { options } = interaction;
		return interaction.reply(
			[
				options.getString('text'),
				options.getInteger('whole'),
				options.getNumber('number'),
				options.getBoolean('yes'),
				options.getUser('user')?.username,
				options.getChannel('channel')?.name,
				options.getRole('role')?.name,
				options.getMentionable('either') !== null,
				options.getAttachment('file')?.name,
				options.getString('choice'),
			].join(' '),
		);
	});
	const { message } = await alice.slash('every', {
		text: 'abc',
		whole: 3,
		number: 0.5,
		yes: true,
		user: alice.userId,
		channel: channelId,
		role: role.id,
		either: role.id,
		file: { filename: 'faq.md', data: '# hi' },
		choice: '1',
	});
	expect(message?.content).toBe('abc 3 0.5 true alice general helpers true faq.md 1');
});

test('a sub-command in a group and its sibling reach the bot by their paths', async () => {
	const scene = await aDiscord();
	const { discord, guildId, alice } = scene;
	discord.world.setPermissions(guildId, alice.userId, ['ManageGuild']);
	await aBot(scene, [admin], (interaction) => {
		if (interaction.isAutocomplete())
			return interaction.respond([{ name: interaction.options.getSubcommand(), value: 'x' }]);
		if (!interaction.isChatInputCommand()) return undefined;
		const { options } = interaction;
		return interaction.reply(`${options.getSubcommandGroup(false)} ${options.getSubcommand()}`);
	});
	expect((await alice.slash('admin group sub')).message?.content).toBe('group sub');
	expect((await alice.slash('/admin edit', { id: 'x' })).message?.content).toBe('null edit');
	expect(await alice.autocomplete('admin edit', {}, 'id')).toEqual([{ name: 'edit', value: 'x' }]);
});
