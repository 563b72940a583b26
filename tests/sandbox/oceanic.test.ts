import { Client, type CommandInteraction, type ComponentInteraction } from 'oceanic.js';
import { expect, test } from 'vitest';
import { aDiscord } from './support/a-discord.ts';

test('another client library finds the same Discord: log in, register, defer, edit, follow up, press a button', async () => {
	const scene = await aDiscord();
	const { discord, alice } = scene;
	const client = new Client({
		auth: `Bot ${discord.token}`,
		gateway: { intents: ['GUILDS'] },
		rest: { baseURL: `${discord.apiUrl}/v10` },
	});
	scene.onEnd(() => client.disconnect(false));
	const errors: unknown[] = [];
	client.on('error', (error) => errors.push(error));

	const answerCommand = async (interaction: CommandInteraction) => {
		await interaction.defer();
		await interaction.editOriginal({ content: 'Edited' });
		const button = { type: 2, style: 1, label: 'Go', customID: 'go' } as const;
		await interaction.createFollowup({ content: 'More', components: [{ type: 1, components: [button] }] });
	};
	const answerButton = (interaction: ComponentInteraction) =>
		interaction.editParent({ content: 'Gone', components: [] });
	client.on('interactionCreate', (interaction) => {
		if (interaction.isCommandInteraction()) answerCommand(interaction).catch((error) => errors.push(error));
		else if (interaction.isComponentInteraction())
			answerButton(interaction).catch((error) => errors.push(error));
	});
	const ready = new Promise<void>((resolve, reject) => {
		client.once('ready', () => resolve());
		client.once('error', reject);
	});
	await client.connect();
	await ready;
	expect(client.guilds.get(scene.guildId)?.name).toBe('Gut');
	await client.application.bulkEditGlobalCommands([{ type: 1, name: 'ask', description: 'Ask' }]);

	const outcome = await alice.slash('ask');
	expect(outcome).toMatchObject({ deferred: true, message: { content: 'Edited' } });
	const followUp = await discord.until(() => alice.sees()[1]);
	expect((await alice.click(followUp, 'Go')).message).toMatchObject({ content: 'Gone', buttons: [] });
	expect(errors).toEqual([]);
});
