import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIComponentInMessageActionRow,
	type APIModalInteractionResponseCallbackData,
	type APISelectMenuComponent,
	type AutocompleteInteraction,
	type ChatInputCommandInteraction,
	ComponentType,
	DiscordAPIError,
	type Interaction,
	MessageFlags,
	type ModalSubmitInteraction,
	type StringSelectMenuInteraction,
	type UserSelectMenuInteraction,
} from 'discord.js';
import { describe, expect, test, vi } from 'vitest';
import { aBot } from './support/a-bot.ts';
import { aDiscord } from './support/a-discord.ts';

const ask = {
	name: 'ask',
	description: 'Ask',
	options: [{ type: 3, name: 'question', description: 'What?', required: true, autocomplete: true }],
};

const button = (label: string, custom_id: string): APIButtonComponent => ({
	type: 2,
	style: 1,
	label,
	custom_id,
});
const row = <Inner extends APIComponentInMessageActionRow>(
	...components: Inner[]
): APIActionRowComponent<Inner> => ({ type: ComponentType.ActionRow, components });

describe('an unmodified discord.js', () => {
	test('logs in with one request, registers commands and answers one', async () => {
		const scene = await aDiscord();
		await aBot(scene, [ask], (interaction) => {
			const command = interaction as ChatInputCommandInteraction;
			return command.reply(`You asked: ${command.options.getString('question')}`);
		});
		const outcome = await scene.alice.slash('ask', { question: 'kimchi?' });
		expect(outcome).toMatchObject({ responded: true, acknowledgedWith: 4, deferred: false });
		expect(outcome.message).toMatchObject({
			content: 'You asked: kimchi?',
			usedCommand: { name: 'ask', userId: scene.alice.userId },
		});
		expect(scene.alice.sees().map((message) => message.content)).toEqual(['You asked: kimchi?']);
		expect(scene.discord.requests.map(({ method, path }) => `${method} ${path}`)[0]).toBe('GET /gateway/bot');
		expect(scene.discord.requests).toHaveLength(3);
	});

	test('suggests while the member types', async () => {
		const scene = await aDiscord();
		await aBot(scene, [ask], (interaction) => {
			const typing = interaction as AutocompleteInteraction;
			return typing.respond([{ name: `${typing.options.getFocused()}chi`, value: 'kimchi' }]);
		});
		expect(await scene.alice.autocomplete('ask', { question: 'kim' }, 'question')).toEqual([
			{ name: 'kimchi', value: 'kimchi' },
		]);
	});

	test('defers privately, edits, follows up and deletes', async () => {
		const scene = await aDiscord();
		const bob = scene.discord.world.addUser({ username: 'bob' });
		scene.discord.world.addMember(scene.guildId, bob.id);
		await aBot(scene, [ask], async (interaction) => {
			const command = interaction as ChatInputCommandInteraction;
			await command.deferReply({ flags: MessageFlags.Ephemeral });
			await command.editReply('Here it is');
			const more = await command.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
			await command.editReply({ message: more, content: 'Still more' });
		});
		const outcome = await scene.alice.slash('ask', { question: 'kimchi?' });
		expect(outcome).toMatchObject({ acknowledgedWith: 5, deferred: true, responded: true });
		expect(outcome.message).toMatchObject({
			content: 'Here it is',
			ephemeral: true,
			loading: false,
			edited: false,
		});
		await scene.discord.until(() => scene.alice.sees()[1]?.content === 'Still more');
		expect(scene.discord.member(bob.id, { channelId: scene.channelId }).sees()).toEqual([]);
		const [first] = scene.alice.sees();
		if (first) scene.alice.dismiss(first);
		expect(scene.alice.sees().map((message) => message.content)).toEqual(['Still more']);
	});

	test('updates a message by its button and opens a modal from another', async () => {
		const scene = await aDiscord();
		await aBot(scene, [ask], async (interaction) => {
			if (interaction.isChatInputCommand())
				return interaction.reply({
					content: 'Pick',
					components: [row(button('More', 'more'), button('Edit', 'edit'))],
				});
			if (interaction.isButton() && interaction.customId === 'more')
				return interaction.update({ content: 'More', components: [row(button('Edit', 'edit'))] });
			if (interaction.isButton()) return interaction.showModal(editModal);
			const modal = interaction as ModalSubmitInteraction;
			return modal.isFromMessage() && modal.update(`Now ${modal.fields.getTextInputValue('text')}`);
		});
		const { message } = await scene.alice.slash('ask', { question: 'x' });
		if (!message) throw new Error('No answer');
		const updated = await scene.alice.click(message, 'More');
		expect(updated).toMatchObject({
			acknowledgedWith: 7,
			message: { id: message.id, content: 'More', edited: true },
		});
		const { modal } = await scene.alice.click(message, 'Edit');
		if (!modal) throw new Error('No modal');
		expect(modal).toMatchObject({
			title: 'Edit',
			fields: [{ customId: 'text', label: 'Text', prefilled: 'before' }],
		});
		expect((await scene.alice.submit(modal, { Text: 'after' })).message?.content).toBe('Now after');
		await expect(scene.alice.submit(modal)).rejects.toThrow('closed already');
	});

	test('reads every kind of select and menu', async () => {
		const scene = await aDiscord();
		const { discord, guildId, alice } = scene;
		const helpers = discord.world.addRole(guildId, { name: 'helpers' });
		await aBot(
			scene,
			[ask, { name: 'About message', type: 3 }, { name: 'About user', type: 2 }],
			async (interaction) => {
				if (interaction.isChatInputCommand())
					return interaction.reply({ content: 'Pick', components: selects.map((select) => row(select)) });
				return (interaction as StringSelectMenuInteraction).reply(describePick(interaction));
			},
		);
		const { message } = await alice.slash('ask', { question: 'x' });
		if (!message) throw new Error('No answer');
		const picked = async (select: string, values: string[]) =>
			(await alice.select(message, select, values)).message?.content;
		expect(await picked('Topics', ['gut', 'skin'])).toBe('topics: gut,skin');
		expect(await picked('user', [alice.userId])).toBe('user: alice');
		expect(await picked('role', [helpers.id])).toBe('role: helpers');
		expect(await picked('mentionable', [alice.userId, helpers.id])).toBe('mentionable: alice helpers');
		expect(await picked('channel', [scene.channelId])).toBe('channel: general');
		expect((await alice.menu('About message', message)).message?.content).toBe('About message: Pick');
		expect((await alice.menu('About user', { userId: alice.userId })).message?.content).toBe(
			'About user: alice',
		);
	});

	test('reads every kind of field of a modal', async () => {
		const scene = await aDiscord();
		const read = vi.fn();
		await aBot(scene, [ask], async (interaction) => {
			if (interaction.isChatInputCommand())
				return interaction.showModal(modals[Number(interaction.options.getString('question'))] ?? editModal);
			if (!interaction.isModalSubmit()) return undefined;
			const { fields } = interaction;
			read(
				interaction.customId === 'choices'
					? {
							radio: fields.getRadioGroup('radio'),
							boxes: fields.getCheckboxGroup('boxes'),
							box: fields.getCheckbox('box'),
						}
					: {
							text: fields.getTextInputValue('text'),
							topics: fields.getStringSelectValues('topics'),
							user: fields.getSelectedUsers('user')?.map((user) => user.username),
							files: fields
								.getUploadedFiles('files')
								?.map((file) => [file.name, file.size, file.contentType]),
						},
			);
			await interaction.deferReply();
			return interaction.deleteReply();
		});
		const open = async (modal: string) => (await scene.alice.slash('ask', { question: modal })).modal;
		const choices = await open('0');
		const things = await open('1');
		if (!choices || !things) throw new Error('No modal');
		await scene.alice.submit(choices, { Which: 'b', boxes: ['a', 'b'], box: true });
		await scene.alice.submit(things, {
			Words: 'hello',
			user: [scene.alice.userId],
			files: [{ filename: 'faq.md', contentType: 'text/markdown', data: '# hi' }],
		});
		expect(read.mock.calls).toEqual([
			[{ radio: 'b', boxes: ['a', 'b'], box: true }],
			[{ text: 'hello', topics: ['gut'], user: ['alice'], files: [['faq.md', 4, 'text/markdown']] }],
		]);
		expect(scene.alice.sees()).toEqual([]);
	});

	test('works in the DM, where its messages can be refused', async () => {
		const scene = await aDiscord();
		const { discord, alice } = scene;
		const bot = await aBot(scene, [ask], (interaction) =>
			(interaction as ChatInputCommandInteraction).reply(`${interaction.context} ${interaction.inGuild()}`),
		);
		const dm = discord.member(alice.userId, 'dm');
		expect((await dm.slash('ask', { question: 'x' })).message?.content).toBe('1 false');
		const user = await bot.users.fetch(alice.userId);
		await user.send('Psst');
		expect(dm.directMessages().map((message) => message.content)).toEqual(['1 false', 'Psst']);
		discord.faults.closeDms(alice.userId);
		const refused = await user.send('Psst').catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(DiscordAPIError);
		expect(refused).toMatchObject({ code: 50007, status: 403 });
	});

	test('shows the member that it failed to respond', async () => {
		const scene = await aDiscord();
		const taken: ChatInputCommandInteraction[] = [];
		await aBot(scene, [ask], (interaction) => interaction.isChatInputCommand() && taken.push(interaction));
		const outcome = scene.alice.slash('ask', { question: 'x' });
		await vi.waitFor(() => expect(taken).toHaveLength(1));
		scene.discord.clock.advance(3000);
		expect(await outcome).toMatchObject({ responded: false, deferred: false });
		const late = await taken[0]?.reply('late').catch((error: unknown) => error);
		expect(late).toMatchObject({ code: 10062, status: 404 });
	});
});

const editModal: APIModalInteractionResponseCallbackData = {
	title: 'Edit',
	custom_id: 'editing',
	components: [
		{
			type: ComponentType.Label,
			label: 'Text',
			component: { type: ComponentType.TextInput, style: 1, custom_id: 'text', value: 'before' },
		},
	],
};

const options = [
	{ label: 'Gut', value: 'gut', default: true },
	{ label: 'Skin', value: 'skin' },
];

const selects: APISelectMenuComponent[] = [
	{ type: 3, custom_id: 'topics', placeholder: 'Topics', min_values: 1, max_values: 2, options },
	{ type: 5, custom_id: 'user' },
	{ type: 6, custom_id: 'role' },
	{ type: 7, custom_id: 'mentionable', max_values: 2 },
	{ type: 8, custom_id: 'channel', channel_types: [0] },
];

const plain = ['a', 'b'].map((value) => ({ label: value, value }));

const modals: APIModalInteractionResponseCallbackData[] = [
	{
		title: 'Choices',
		custom_id: 'choices',
		components: [
			{ type: 18, label: 'Which', component: { type: 21, custom_id: 'radio', options: plain } },
			{ type: 18, label: 'Several', component: { type: 22, custom_id: 'boxes', options: plain } },
			{ type: 18, label: 'Agreed', component: { type: 23, custom_id: 'box' } },
		],
	},
	{
		title: 'Things',
		custom_id: 'things',
		components: [
			{ type: 18, label: 'Words', component: { type: 4, style: 2, custom_id: 'text' } },
			{ type: 18, label: 'Topics', component: { type: 3, custom_id: 'topics', options } },
			{ type: 18, label: 'Who', component: { type: 5, custom_id: 'user', required: false } },
			{ type: 18, label: 'Files', component: { type: 19, custom_id: 'files', required: false } },
		],
	},
];

function describePick(interaction: Interaction): string {
	if (interaction.isMessageContextMenuCommand())
		return `${interaction.commandName}: ${interaction.targetMessage.content}`;
	if (interaction.isUserContextMenuCommand())
		return `${interaction.commandName}: ${interaction.targetUser.username}`;
	if (interaction.isStringSelectMenu()) return `${interaction.customId}: ${interaction.values.join()}`;
	if (interaction.isRoleSelectMenu()) return `role: ${interaction.roles.map((role) => role.name)}`;
	if (interaction.isChannelSelectMenu())
		return `channel: ${interaction.channels.map((channel) => channel && 'name' in channel && channel.name)}`;
	if (interaction.isMentionableSelectMenu())
		return `mentionable: ${interaction.users.map((user) => user.username)} ${interaction.roles.map((role) => role.name)}`;
	return `user: ${(interaction as UserSelectMenuInteraction).users.map((user) => user.username)}`;
}
