// The least that answers a slash command with discord.js: what everything else is measured against. With BARE_REPLY=card the fixed
// answer has the shape of one of Gutsy's cards, to tell what the card costs from what Gutsy costs.
import { Client, Events, MessageFlags } from 'discord.js';

const SENTENCE = 'A fixed sentence of a length that people write when they explain something to each other. ';

const card = {
	flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
	components: [
		{
			type: 17,
			accent_color: 0x4f9d69,
			components: [
				{ type: 10, content: '## A fixed title' },
				{ type: 10, content: SENTENCE.repeat(4) },
				{ type: 14, divider: true, spacing: 1 },
				{ type: 10, content: `-# ${SENTENCE}\n-# ${SENTENCE}` },
			],
		},
		{
			type: 1,
			components: [1, 2, 3].map((index) => ({
				type: 2,
				style: 2,
				label: 'A related question to ask',
				custom_id: `entry:*:abcdef:related-entry-${index}`,
			})),
		},
	],
};
const text = { content: 'A fixed text in place of an answer.', flags: MessageFlags.Ephemeral };
const answer = process.env.BARE_REPLY === 'card' ? card : text;

const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
client.on(Events.InteractionCreate, (interaction) => {
	if (interaction.isChatInputCommand()) interaction.reply(answer);
});
await client.login(process.env.DISCORD_TOKEN);
process.once('SIGTERM', () => client.destroy());
