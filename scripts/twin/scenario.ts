import {
	type APIMessage,
	type ButtonInteraction,
	ButtonStyle,
	type ChatInputCommandInteraction,
	type Client,
	ComponentType,
	Events,
	MessageFlags,
	REST,
	Routes,
} from 'discord.js';
import type { Rival } from './rival.ts';
import { accepted, given, nextInteraction, type Step } from './step.ts';

const command = {
	name: 'ask',
	description: 'Ask about gut and skin',
	options: [{ type: 3, name: 'question', description: 'Your question', required: true }],
};

/** The bot's side of one conversation, step by step; later steps use what earlier ones got. */
export function scenario(client: Client, rival: Rival): Step[] {
	let asked: ChatInputCommandInteraction | undefined;
	let clicked: ButtonInteraction | undefined;
	const { channelId } = rival;
	const commandsRoute = () => Routes.applicationCommands(client.application?.id ?? '');
	const channelMessages = async () =>
		(await client.rest.get(Routes.channelMessages(channelId))) as APIMessage[];
	const lastMessage = async () =>
		(await channelMessages()).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))[0];
	const send = (channel: string, body: object) => client.rest.post(Routes.channelMessages(channel), { body });

	return [
		{
			does: 'logs in',
			discord: 'ready',
			async run() {
				const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
				await client.login(rival.token);
				await ready;
				return 'ready';
			},
		},
		{
			does: 'registers a command',
			discord: 'stored',
			run: async () => ((await client.rest.put(commandsRoute(), { body: [command] })) ? 'stored' : 'nothing'),
		},
		{
			does: 'reads its commands back',
			discord: 'ask',
			async run() {
				const commands = (await client.rest.get(commandsRoute())) as { name: string }[];
				return commands.map(({ name }) => name).join(', ');
			},
		},
		{
			does: 'registers a command with a name in capitals',
			discord: 'refused 400 50035',
			run: () => accepted(client.rest.put(commandsRoute(), { body: [{ ...command, name: 'ASK' }] })),
		},
		{
			does: 'receives a member’s command',
			discord: 'question: why?',
			async run() {
				const next = nextInteraction(client);
				await rival.slash('ask', { question: 'why?' });
				const interaction = await next;
				if (!interaction.isChatInputCommand()) return 'another interaction';
				asked = interaction;
				return `question: ${interaction.options.getString('question')}`;
			},
		},
		{
			does: 'replies with Components V2 and asks for the message',
			discord: 'message with numbered components',
			async run() {
				const { resource } = await given(asked).reply({
					flags: MessageFlags.IsComponentsV2,
					components: [cardWith('Hello')],
					withResponse: true,
				});
				const [card] = resource?.message?.components ?? [];
				return card && typeof card.id === 'number'
					? 'message with numbered components'
					: 'no component numbers';
			},
		},
		{
			does: 'acknowledges the same interaction again',
			discord: 'refused 400 40060',
			run: () => acknowledge(client, given(asked).id, given(asked).token),
		},
		{
			does: 'receives a click on its button',
			discord: 'more, with its message',
			async run() {
				const next = nextInteraction(client);
				const message = await lastMessage();
				await rival.click(message?.id ?? '', 'more');
				const interaction = await next;
				if (!interaction.isButton()) return 'another interaction';
				clicked = interaction;
				return `${interaction.customId}, ${interaction.message.id === message?.id ? 'with its' : 'with another'} message`;
			},
		},
		{
			does: 'updates the message',
			discord: 'replaced',
			async run() {
				await given(clicked).update({ components: [cardWith('Goodbye')] });
				return JSON.stringify((await lastMessage())?.components).includes('Goodbye')
					? 'replaced'
					: 'unchanged';
			},
		},
		{
			does: 'sends a private follow-up',
			discord: 'hidden from the channel',
			async run() {
				await given(clicked).followUp({ content: 'For you alone', flags: MessageFlags.Ephemeral });
				const isSeen = (await channelMessages()).some(({ content }) => content === 'For you alone');
				return isSeen ? 'in the channel’s history' : 'hidden from the channel';
			},
		},
		{
			does: 'opens a DM and writes in it',
			discord: 'stored',
			async run() {
				const body = { recipient_id: rival.memberId };
				const dm = (await client.rest.post(Routes.userChannels(), { body })) as { id: string };
				const message = (await send(dm.id, { content: 'Sleep well' })) as APIMessage;
				return message.channel_id === dm.id ? 'stored' : 'stored elsewhere';
			},
		},
		{
			does: 'sends a message twice with one nonce',
			discord: 'stored once',
			async run() {
				const body = { content: 'Once', nonce: 'job-1', enforce_nonce: true };
				const first = (await send(channelId, body)) as APIMessage;
				const second = (await send(channelId, body)) as APIMessage;
				return first.id === second.id ? 'stored once' : 'stored twice';
			},
		},
		{
			does: 'sends an empty message',
			discord: 'refused 400 50006',
			run: () => accepted(send(channelId, {})),
		},
		{
			does: 'sends 2,001 characters',
			discord: 'refused 400 50035',
			run: () => accepted(send(channelId, { content: 'a'.repeat(2001) })),
		},
		{
			does: 'answers an interaction that never was',
			discord: 'refused 404 10062',
			run: () => acknowledge(client, '1', 'nonsense'),
		},
		{
			does: 'calls with a wrong token',
			discord: 'refused 401 0',
			run: () =>
				accepted(new REST({ api: rival.restUrl, version: '10' }).setToken('wrong').get(Routes.user())),
		},
	];
}

function cardWith(text: string) {
	return {
		type: ComponentType.Container,
		components: [
			{ type: ComponentType.TextDisplay, content: text },
			{
				type: ComponentType.ActionRow,
				components: [
					{ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'More', custom_id: 'more' },
				],
			},
		],
	} as const;
}

function acknowledge(client: Client, id: string, token: string): Promise<string> {
	const body = { type: 4, data: { content: 'Again' } };
	return accepted(client.rest.post(Routes.interactionCallback(id, token), { body, auth: false }));
}
