import { Client, type ClientOptions, Events, type Interaction, Partials } from 'discord.js';
import type { Scene } from './a-discord.ts';

/** An unmodified discord.js client, logged in with its commands registered; each interaction goes to `answer`. */
export async function aBot(
	{ discord, onEnd }: Scene,
	commands: readonly object[],
	answer: (interaction: Interaction) => unknown,
	options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
	const client = new Client({
		intents: [],
		partials: [Partials.Channel],
		rest: { api: discord.apiUrl },
		...options,
	});
	onEnd(() => client.destroy());
	client.on(Events.InteractionCreate, answer);
	const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(discord.token);
	const bot = await ready;
	if (commands.length > 0)
		await bot.rest.put(`/applications/${discord.applicationId}/commands`, { body: commands });
	return bot;
}
