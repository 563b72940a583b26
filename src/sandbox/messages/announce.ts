import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Gateway } from '../gateway/gateway.ts';
import { renderPartialMember } from '../render/guild.ts';
import { type RenderContext, renderMessage } from '../render/message.ts';
import type { Message } from '../store/state.ts';
import { guildOf, memberOf } from '../store/store.ts';

interface AnnounceParts {
	render: RenderContext;
	gateway: Pick<Gateway, 'dispatch'>;
	botUserId: string;
}

/** Sends a message event to the sessions that asked for it; ephemeral messages are never sent, contents only where Discord sends them. */
export function announceMessage(
	{ render, gateway, botUserId }: AnnounceParts,
	event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
	message: Message,
): void {
	const channel = render.store.channels.get(message.channelId);
	if (!channel || channel.kind === 'private' || message.visibleTo) return;
	const guild = guildOf(render.store, channel);
	if (channel.kind === 'guild' && !guild?.botInstalled) return;

	const isDm = channel.kind === 'bot-dm';
	const member = memberOf(guild, message.authorId);
	const where = isDm ? { channel_type: 1 } : { channel_type: 0, guild_id: guild?.id };
	const full =
		event === 'MESSAGE_DELETE'
			? { id: message.id, channel_id: message.channelId, ...where }
			: {
					...renderMessage(render, message),
					...where,
					...(member && { member: renderPartialMember(member) }),
				};
	const readable = isDm || message.authorId === botUserId || message.mentions.includes(botUserId);

	gateway.dispatch({
		event,
		guildId: guild?.id,
		intents: isDm ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
		data: (intents) =>
			readable || event === 'MESSAGE_DELETE' || intents & GatewayIntentBits.MessageContent
				? full
				: { ...full, content: '', embeds: [], attachments: [], components: [] },
	});
}
