import type { REST } from 'discord.js';
import {
	type APIModalInteractionResponseCallbackData,
	InteractionResponseType,
	MessageFlags,
	Routes,
} from 'discord-api-types/v10';
import type { Choice, MessageReply, UpdateReply } from './reply.ts';

/** The answers that Discord takes to one interaction. Each is one request and fails with discord.js's own error. */
export interface Conversation {
	reply(message: Pick<MessageReply, 'components' | 'visibility'>): Promise<void>;
	update(update: Pick<UpdateReply, 'components' | 'text'>): Promise<void>;
	showModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
	suggest(choices: Choice[]): Promise<void>;
	/** Shows “thinking…”; the visibility is final. */
	defer(visibility: MessageReply['visibility']): Promise<void>;
	deferUpdate(): Promise<void>;
	editOriginal(update: Pick<UpdateReply, 'components' | 'text'>): Promise<void>;
	deleteOriginal(): Promise<void>;
	followUp(message: Pick<MessageReply, 'components' | 'visibility'>): Promise<void>;
}

interface Interaction {
	id: string;
	token: string;
	application_id: string;
}

/** Speaks with the member behind an interaction over REST. Stored text can never ping: no send leaves without `allowed_mentions`. */
export function openConversation(rest: REST, { id, token, application_id }: Interaction): Conversation {
	async function callback(type: InteractionResponseType, data?: unknown): Promise<void> {
		await rest.post(Routes.interactionCallback(id, token), {
			auth: false,
			body: data === undefined ? { type } : { type, data },
			query: new URLSearchParams({ with_response: 'false' }),
		});
	}
	const original = Routes.webhookMessage(application_id, token);
	return {
		reply: (message) => callback(InteractionResponseType.ChannelMessageWithSource, messageBody(message)),
		update: (update) => callback(InteractionResponseType.UpdateMessage, editBody(update)),
		showModal: (modal) => callback(InteractionResponseType.Modal, modal),
		suggest: (choices) => callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
		defer: (visibility) =>
			callback(InteractionResponseType.DeferredChannelMessageWithSource, {
				flags: visibility === 'private' ? MessageFlags.Ephemeral : 0,
			}),
		deferUpdate: () => callback(InteractionResponseType.DeferredMessageUpdate),
		async editOriginal(update) {
			await rest.patch(original, { auth: false, body: editBody(update) });
		},
		async deleteOriginal() {
			await rest.delete(original, { auth: false });
		},
		async followUp(message) {
			await rest.post(Routes.webhook(application_id, token), { auth: false, body: messageBody(message) });
		},
	};
}

function messageBody({ components, visibility }: Pick<MessageReply, 'components' | 'visibility'>) {
	const ephemeral = visibility === 'private' ? MessageFlags.Ephemeral : 0;
	return { ...editBody({ components }), flags: MessageFlags.IsComponentsV2 | ephemeral };
}

function editBody({ components, text }: Pick<UpdateReply, 'components' | 'text'>) {
	if (text === 'kept') return { components, allowed_mentions: { parse: [] } };
	return { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
}
