import type { Interaction } from 'discord.js';
import { aBot } from '../../sandbox/support/a-bot.ts';
import type { Scene } from '../../sandbox/support/a-discord.ts';
import { cards, commands, form, leaf, older } from './shown-payloads.ts';

const EPHEMERAL = 1 << 6;

/** A bot that shows and takes everything that the page has to draw. */
export async function aShowingBot(scene: Scene) {
	const { discord, alice } = scene;
	/** Answers of `/slow` wait for this. */
	let finishSlow = () => {};
	const slow = new Promise<void>((resolve) => {
		finishSlow = resolve;
	});

	async function answer(interaction: Interaction): Promise<void> {
		const respond = (
			type: number,
			data?: object,
			files: { name: string; data: Buffer; contentType: string }[] = [],
		) =>
			interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
				auth: false,
				body: { type, data },
				files,
			});
		const say = (content: string) => respond(4, { content, flags: EPHEMERAL });

		if (interaction.isChatInputCommand()) {
			switch (interaction.commandName) {
				case 'cards': {
					const filled = JSON.parse(
						JSON.stringify(cards).replace('{alice}', alice.userId).replace('{channel}', alice.channelId),
					);
					await respond(4, filled, [
						{ name: 'leaf.svg', data: Buffer.from(leaf), contentType: 'image/svg+xml' },
					]);
					return;
				}
				case 'older':
					await respond(4, older);
					return;
				case 'form':
					await respond(9, form);
					return;
				case 'slow': {
					await respond(5, { flags: EPHEMERAL });
					await slow;
					const original: `/${string}` = `/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original`;
					await interaction.client.rest.patch(original, {
						auth: false,
						body: { content: 'Thought through' },
					});
					await interaction.client.rest.patch(original, { auth: false, body: { content: 'Thought twice' } });
					return;
				}
				default:
					await say(
						`Got ${JSON.stringify(interaction.options.data.map(({ name, value, user, channel, attachment }) => [name, user?.username ?? (channel && 'name' in channel ? channel.name : undefined) ?? attachment?.name ?? value]))}`,
					);
					return;
			}
		}
		if (interaction.isMessageContextMenuCommand() || interaction.isUserContextMenuCommand()) {
			await say(
				`${interaction.commandName} ${interaction.targetId === interaction.client.user.id ? 'the bot' : 'it'}`,
			);
			return;
		}
		if (interaction.isButton() && interaction.customId.startsWith('count:')) {
			const count = Number(interaction.customId.slice(6)) + 1;
			const next = JSON.stringify(cards.components)
				.replace('"Count"', `"Count ${count}"`)
				.replace('count:0', `count:${count}`);
			await respond(7, { components: JSON.parse(next) });
			return;
		}
		if (interaction.isAnySelectMenu()) {
			await say(`Picked ${interaction.values.join(' and ')}`);
			return;
		}
		if (interaction.isModalSubmit()) {
			const given = interaction.fields.fields.map((field) =>
				'values' in field ? field.values : 'value' in field ? field.value : undefined,
			);
			await say(`Form ${JSON.stringify(given)}`);
		}
	}

	await aBot(scene, commands, answer);
	return { discord, finishSlow };
}
