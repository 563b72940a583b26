import { MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Events } from '../events.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { permissionsIn } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import type { RenderContext } from '../render/message.ts';
import type { Message } from '../store/state.ts';
import { guildOf, messagesIn } from '../store/store.ts';
import type { MessageBody, UploadedFile } from '../wire/message-body.ts';
import { announceMessage } from './announce.ts';
import { attachmentsAfter } from './attachments.ts';
import { mentionableText, mentionsIn } from './mentions.ts';
import { numberComponents } from './number-components.ts';

export interface Draft
	extends Pick<Message, 'channelId' | 'authorId' | 'type'>,
		Partial<Pick<Message, 'interaction' | 'visibleTo' | 'replyTo' | 'flags'>> {
	body: MessageBody;
	files: readonly UploadedFile[];
}

/** Keeps messages and tells gateway and listeners of every change. */
export interface MessageBook {
	find(channelId: string, messageId: string): Message | undefined;
	create(draft: Draft): Message;
	/** Changes what the body names. `fills` marks the first words of a deferred answer, which does not count as an edit. */
	edit(message: Message, body: MessageBody, files: readonly UploadedFile[], fills?: boolean): Message;
	remove(message: Message): void;
}

export interface MessageBookParts {
	render: RenderContext;
	now: () => number;
	nextId: () => string;
	gateway: Pick<Gateway, 'dispatch'>;
	events: Events;
	botUserId: string;
}

const editableFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

export function createMessageBook(parts: MessageBookParts): MessageBook {
	const { render, now, nextId, events } = parts;
	const { store } = render;

	function mentionsOf(
		{ channelId, authorId }: Pick<Message, 'channelId' | 'authorId'>,
		body: Pick<MessageBody, 'content' | 'components' | 'allowed_mentions'>,
	) {
		const channel = store.channels.get(channelId);
		const guild = channel && guildOf(store, channel);
		const held = guild ? permissionsIn(guild, authorId, channel) : 0n;
		const mayPingAll = (held & PermissionFlagsBits.MentionEveryone) !== 0n;
		return mentionsIn(store, guild, mentionableText(body), body.allowed_mentions, mayPingAll);
	}

	return {
		find: (channelId, messageId) => store.messages.get(channelId)?.get(messageId),

		create({ body, files, ...draft }) {
			const { poll, nonce } = body;
			const message: Message = {
				id: nextId(),
				...draft,
				flags: draft.flags ?? body.flags ?? 0,
				content: body.content ?? '',
				createdAt: now(),
				tts: body.tts ?? false,
				embeds: body.embeds ?? [],
				components: numberComponents(body.components ?? []),
				attachments: attachmentsAfter(store, nextId, body, files),
				...mentionsOf(draft, body),
				...(poll && { poll }),
				...(nonce !== undefined && nonce !== null && { nonce }),
			};
			messagesIn(store, message.channelId).set(message.id, message);
			announceMessage(parts, 'MESSAGE_CREATE', message);
			events.emit({ type: 'message-created', message });
			return message;
		},

		edit(message, body, files, fills = false) {
			const changed: Message = {
				...message,
				attachments: attachmentsAfter(store, nextId, body, files, message.attachments),
				flags:
					(message.flags & ~MessageFlags.SuppressEmbeds) | ((body.flags ?? message.flags) & editableFlags),
			};
			if (body.content !== undefined) changed.content = body.content ?? '';
			if (body.embeds !== undefined) changed.embeds = body.embeds ?? [];
			if (body.components !== undefined) changed.components = numberComponents(body.components ?? []);
			if (body.poll === null) changed.poll = undefined;
			Object.assign(changed, mentionsOf(message, { ...changed, allowed_mentions: body.allowed_mentions }));
			refuseEmpty(changed);
			if (fills) changed.flags &= ~MessageFlags.Loading;
			else changed.editedAt = now();
			messagesIn(store, message.channelId).set(message.id, changed);
			announceMessage(parts, 'MESSAGE_UPDATE', changed);
			events.emit({ type: 'message-updated', message: changed });
			return changed;
		},

		remove(message) {
			store.messages.get(message.channelId)?.delete(message.id);
			announceMessage(parts, 'MESSAGE_DELETE', message);
			events.emit({ type: 'message-deleted', channelId: message.channelId, messageId: message.id });
		},
	};
}

function refuseEmpty(message: Message): void {
	const { content, embeds, components, attachments, poll } = message;
	if (!content && !embeds.length && !components.length && !attachments.length && !poll)
		throw refuse('emptyMessage');
}
