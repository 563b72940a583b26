import { MessageType } from 'discord-api-types/v10';
import type { Attachment, Message, MessageInteraction } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { renderComponents } from './component.ts';
import { renderEmbed } from './embed.ts';
import { renderUser } from './user.ts';

export interface RenderContext {
	store: Store;
	/** Where attachments are served, such as `http://127.0.0.1:8787`. */
	origin: string;
	applicationId: string;
}

export function attachmentUrl(origin: string, attachment: Attachment): string {
	return `${origin}/attachments/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
}

export function renderAttachment(origin: string, attachment: Attachment, ephemeral: boolean) {
	const url = attachmentUrl(origin, attachment);
	return {
		id: attachment.id,
		filename: attachment.filename,
		size: attachment.size,
		url,
		proxy_url: url,
		content_type: attachment.contentType,
		...(attachment.description !== undefined && { description: attachment.description }),
		...(ephemeral && { ephemeral: true }),
	};
}

/** A message as the REST interface answers it and the gateway sends it. */
export function renderMessage(context: RenderContext, message: Message): Record<string, unknown> {
	const { store, origin, applicationId } = context;
	const media = { origin, attachments: message.attachments, messageId: message.id };
	const users = (ids: string[]) => ids.flatMap((id) => store.users.get(id) ?? []).map(renderUser);
	const replied = message.replyTo ? store.messages.get(message.channelId)?.get(message.replyTo) : undefined;
	return {
		id: message.id,
		type: message.type,
		channel_id: message.channelId,
		author: users([message.authorId])[0],
		content: message.content,
		timestamp: new Date(message.createdAt).toISOString(),
		edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
		tts: message.tts,
		mention_everyone: message.mentionEveryone,
		mentions: users(message.mentions),
		mention_roles: message.mentionRoles,
		attachments: message.attachments.map((each) =>
			renderAttachment(origin, each, message.visibleTo !== undefined),
		),
		embeds: message.embeds.map((embed) => renderEmbed(embed, media)),
		components: renderComponents(message.components, media),
		pinned: false,
		flags: message.flags,
		...(message.nonce !== undefined && { nonce: message.nonce }),
		...(message.poll && { poll: message.poll }),
		...(message.replyTo && {
			message_reference: { type: 0, channel_id: message.channelId, message_id: message.replyTo },
			...(message.type === MessageType.Reply &&
				replied && { referenced_message: renderMessage(context, { ...replied, replyTo: undefined }) }),
		}),
		...(message.interaction && {
			application_id: applicationId,
			webhook_id: applicationId,
			interaction_metadata: renderInteractionMetadata(store, message.interaction),
		}),
	};
}

function renderInteractionMetadata(store: Store, interaction: MessageInteraction): Record<string, unknown> {
	const { userId, targetUserId, triggering } = interaction;
	const user = store.users.get(userId);
	const target = targetUserId ? store.users.get(targetUserId) : undefined;
	return {
		id: interaction.id,
		type: interaction.type,
		...(user && { user: renderUser(user) }),
		authorizing_integration_owners: interaction.owners,
		...(interaction.commandName && { name: interaction.commandName }),
		...(target && { target_user: renderUser(target) }),
		...(interaction.targetMessageId && { target_message_id: interaction.targetMessageId }),
		...(interaction.interactedMessageId && { interacted_message_id: interaction.interactedMessageId }),
		...(triggering && { triggering_interaction_metadata: renderInteractionMetadata(store, triggering) }),
	};
}
