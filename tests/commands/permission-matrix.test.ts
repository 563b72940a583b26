import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Caller } from '../../src/discord/caller.ts';
import type { Command } from '../../src/discord/define-command.ts';
import { aMember, NOW } from '../support/a-member.ts';
import { anApp } from '../support/an-app.ts';

const ROLE = '555';

/** Touching anything but the role is a leak: the app refuses it. */
const app = anApp({});
app.moderatorRole = async (guildId) => (guildId === '900' ? ROLE : undefined);

/** Those who have no business with a server's answers, and how they come to ask. */
const STRANGERS: [string, Caller][] = [
	['somebody without any permission', aMember()],
	['somebody with the permission of writing', aMember({ permissions: PermissionFlagsBits.SendMessages })],
	['somebody with another role', aMember({ roles: ['554'] })],
	['somebody whose role is of another server', aMember({ guildId: '901', roles: [ROLE] })],
	['somebody whose role was taken away meanwhile', aMember({ roles: [] })],
	[
		'somebody who left the server and presses from direct messages',
		aMember({ guildId: undefined, where: 'dm' }),
	],
	[
		'an administrator where Gutsy is not installed',
		aMember({ guildId: undefined, permissions: PermissionFlagsBits.Administrator }),
	],
];

const isForModerators = ({ data }: Command) =>
	'default_member_permissions' in data && data.default_member_permissions !== undefined;
const admin = commands.filter(isForModerators);

/** Every way in: commands with their sub-commands, and whatever they draw. */
function waysIn(command: Command): [string, (caller: Caller) => Promise<unknown>][] {
	const { data, routes } = command;
	const options = 'options' in data ? (data.options ?? []) : [];
	const names = options.filter(({ type }) => type === 1).map(({ name }) => name);
	const uses = (names.length === 0 ? [undefined] : names).map(
		(name): [string, (caller: Caller) => Promise<unknown>] => [
			`${data.name} ${name ?? ''}`.trim(),
			(caller) =>
				command.execute(
					{ subcommand: name, entry: 'sugar', question: 'why', messageId: '1', content: 'Why?' },
					app,
					caller,
				),
		],
	);
	const pressed = routes.map((route): [string, (caller: Caller) => Promise<unknown>] => [
		route.name,
		(caller) =>
			route.execute(
				{ route: route.name, owner: caller.userId, issuedAt: NOW, params: ['sugar', '1', '1', '1'] },
				{ values: ['sugar'], title: 'x', answer: 'y', topic: ['food'] },
				app,
				caller,
			),
	]);
	return [...uses, ...pressed];
}

/** Buttons and forms of moderators that members' commands carry. */
const beyond = commands
	.filter((command) => !isForModerators(command))
	.flatMap(({ routes }) => routes.filter(({ name }) => name.startsWith('faq-')))
	.map((route): [string, (caller: Caller) => Promise<unknown>] => [
		route.name,
		(caller) =>
			route.execute(
				{ route: route.name, owner: caller.userId, issuedAt: NOW, params: ['sugar'] },
				{},
				app,
				caller,
			),
	]);

const ways = [...admin.flatMap(waysIn), ...beyond];

describe('whatever moderators can do', () => {
	test('is looked at whole', () => {
		expect(admin.map(({ data }) => data.name)).toEqual(expect.arrayContaining(['faq-admin', 'Add to FAQ']));
		expect(ways.length).toBeGreaterThan(40);
	});

	describe.each(ways)('%s', (_name, use) => {
		test.each(STRANGERS)('is refused to %s', async (_who, stranger) => {
			await expect(use(stranger)).rejects.toThrow(/^This is for moderators of this server/);
		});
	});

	test.each(ways)('%s lets those past the check who may manage the server', async (_name, use) => {
		for (const permissions of [PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator])
			expect(await outcomeOf(use(aMember({ permissions })))).not.toContain('This is for moderators');
	});

	test.each(ways)('%s is open to the role where it is about answers, and nowhere else', async (name, use) => {
		const outcome = await outcomeOf(use(aMember({ roles: [ROLE] })));
		const isAboutAnswers = /faq/i.test(name);
		expect(outcome.includes('This is for moderators')).toBe(!isAboutAnswers);
	});
});

/** What came of it, in words; that a part of the app was touched is enough to know that the check was passed. */
function outcomeOf(use: Promise<unknown>): Promise<string> {
	return use.then(
		() => 'done',
		(error: unknown) => String(error),
	);
}
