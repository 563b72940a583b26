import { ComponentType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { attachmentUrl } from '../render/message.ts';
import type { Attachment, Message } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { type Component, walkComponents } from '../wire/component.ts';

export interface VisibleButton {
	label: string;
	customId: string | undefined;
	url: string | undefined;
	style: number;
	disabled: boolean;
}

export interface VisibleSelect {
	customId: string;
	placeholder: string;
	type: number;
	disabled: boolean;
	options: { label: string; value: string }[];
}

/** A message as one user sees it at the moment of asking. */
export interface VisibleMessage {
	id: string;
	channelId: string;
	author: { id: string; username: string; bot: boolean };
	content: string;
	/** All words of it: content, embeds and text displays, a line each. */
	text: string;
	embeds: readonly Record<string, unknown>[];
	components: readonly Component[];
	buttons: VisibleButton[];
	selects: VisibleSelect[];
	attachments: (Attachment & { url: string })[];
	flags: number;
	/** Only this user sees it. */
	ephemeral: boolean;
	/** "Thinking…": a deferred answer without content yet. */
	loading: boolean;
	edited: boolean;
	/** Epoch milliseconds. */
	createdAt: number;
	/** Whom it pings. */
	pings: { everyone: boolean; users: string[]; roles: string[] };
	/** The command it answers, as in "used /ask". */
	usedCommand: { name: string; userId: string } | undefined;
	replyTo: string | undefined;
	/** All see it, but what it replies to was shown to one person only. */
	repliesToPrivate: boolean;
}

const selectTypes: readonly number[] = [
	ComponentType.StringSelect,
	ComponentType.UserSelect,
	ComponentType.RoleSelect,
	ComponentType.MentionableSelect,
	ComponentType.ChannelSelect,
];

export function isSelect(component: Component): boolean {
	return selectTypes.includes(component.type);
}

export function viewMessage(store: Store, origin: string, message: Message): VisibleMessage {
	const author = store.users.get(message.authorId);
	const parts = [...walkComponents(message.components)];
	const { interaction } = message;
	const replied = store.messages.get(message.channelId)?.get(message.replyTo ?? '');
	return {
		id: message.id,
		channelId: message.channelId,
		author: { id: message.authorId, username: author?.username ?? 'Deleted user', bot: author?.bot ?? false },
		content: message.content,
		text: [
			message.content,
			...message.embeds.flatMap(wordsOfEmbed),
			...parts.flatMap((part) => part.content ?? []),
		]
			.filter((words) => words !== '')
			.join('\n'),
		embeds: message.embeds,
		components: message.components,
		buttons: parts.filter((part) => part.type === ComponentType.Button).map(viewButton),
		selects: parts.filter(isSelect).map(viewSelect),
		attachments: message.attachments.map((attachment) => ({
			...attachment,
			url: attachmentUrl(origin, attachment),
		})),
		flags: message.flags,
		ephemeral: message.visibleTo !== undefined,
		loading: Boolean(message.flags & MessageFlags.Loading),
		edited: message.editedAt !== undefined,
		createdAt: message.createdAt,
		pings: { everyone: message.mentionEveryone, users: message.mentions, roles: message.mentionRoles },
		// A follow-up is a reply, and tells nobody what was used.
		usedCommand:
			interaction?.commandName && message.type !== MessageType.Reply
				? { name: interaction.commandName, userId: interaction.userId }
				: undefined,
		replyTo: message.replyTo,
		repliesToPrivate: message.visibleTo === undefined && replied?.visibleTo !== undefined,
	};
}

function viewButton(button: Component): VisibleButton {
	return {
		label: button.label ?? '',
		customId: button.custom_id,
		url: button.url,
		style: button.style ?? 1,
		disabled: button.disabled ?? false,
	};
}

function viewSelect(select: Component): VisibleSelect {
	return {
		customId: select.custom_id ?? '',
		placeholder: select.placeholder ?? '',
		type: select.type,
		disabled: select.disabled ?? false,
		options: (select.options ?? []).map(({ label, value }) => ({ label, value })),
	};
}

function wordsOfEmbed(embed: Record<string, unknown>): string[] {
	const fields = Array.isArray(embed['fields']) ? embed['fields'] : [];
	const words: unknown[] = [embed['title'], embed['description'], ...fields.flatMap(wordsOfField)];
	return words.filter((word) => typeof word === 'string');
}

function wordsOfField(field: unknown): unknown[] {
	if (typeof field !== 'object' || field === null) return [];
	return ['name' in field ? field.name : '', 'value' in field ? field.value : ''];
}
