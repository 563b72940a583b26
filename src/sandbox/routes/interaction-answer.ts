import { MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.ts';
import type { Message } from '../store/state.ts';
import type { MessageBody, UploadedFile } from '../wire/message-body.ts';
import type { RouteParts } from './parts.ts';

const answerFlags =
	MessageFlags.Ephemeral |
	MessageFlags.SuppressEmbeds |
	MessageFlags.SuppressNotifications |
	MessageFlags.IsComponentsV2;

/** Posts a message that answers an interaction: its original, its loading message or a follow-up. */
export function postAnswer(
	{ messages, botUserId }: RouteParts,
	interaction: Interaction,
	body: MessageBody,
	files: readonly UploadedFile[],
	loading = false,
): Message {
	const wanted = (body.flags ?? 0) & answerFlags;
	const { metadata, sourceMessageId, originalId } = interaction;
	// A follow-up replies to the original; an answer to a component to the component's message.
	const replyTo = originalId ?? sourceMessageId;
	return messages.create({
		channelId: interaction.channelId,
		authorId: botUserId,
		type: originalId === undefined ? interaction.answerType : MessageType.Reply,
		flags: loading ? wanted | MessageFlags.Loading : wanted,
		interaction: metadata,
		...(replyTo !== undefined && { replyTo }),
		...(wanted & MessageFlags.Ephemeral && { visibleTo: interaction.userId }),
		body,
		files,
	});
}
