import type { RawFile, REST } from 'discord.js';
import {
	type APIModalInteractionResponseCallbackData,
	InteractionResponseType,
	MessageFlags,
	Routes,
} from 'discord-api-types/v10';
import type { Choice, FollowUp, MessageReply, OutgoingFile, UpdateReply } from './reply.ts';

type Update = Pick<UpdateReply, 'components' | 'files' | 'text'>;

/** The answers that Discord takes to one interaction. Each is one request and fails with discord.js's own error. */
export interface Conversation {
	reply(message: FollowUp): Promise<void>;
	update(update: Update): Promise<void>;
	showModal(modal: APIModalInteractionResponseCallbackData): Promise<void>;
	suggest(choices: Choice[]): Promise<void>;
	/** Shows “thinking…”; the visibility is final. */
	defer(visibility: MessageReply['visibility']): Promise<void>;
	deferUpdate(): Promise<void>;
	editOriginal(update: Update): Promise<void>;
	deleteOriginal(): Promise<void>;
	followUp(message: FollowUp): Promise<void>;
}

interface Interaction {
	id: string;
	token: string;
	application_id: string;
}

/** Speaks with the member behind an interaction over REST. Stored text can never ping: no send leaves without `allowed_mentions`. */
export function openConversation(rest: REST, { id, token, application_id }: Interaction): Conversation {
	async function callback(
		type: InteractionResponseType,
		data?: unknown,
		files?: readonly OutgoingFile[],
	): Promise<void> {
		await rest.post(Routes.interactionCallback(id, token), {
			auth: false,
			body: data === undefined ? { type } : { type, data },
			files: rawFiles(files),
			query: new URLSearchParams({ with_response: 'false' }),
		});
	}
	const original = Routes.webhookMessage(application_id, token);
	return {
		reply: (message) =>
			callback(InteractionResponseType.ChannelMessageWithSource, messageBody(message), message.files),
		update: (update) => callback(InteractionResponseType.UpdateMessage, editBody(update), update.files),
		showModal: (modal) => callback(InteractionResponseType.Modal, modal),
		suggest: (choices) => callback(InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
		defer: (visibility) =>
			callback(InteractionResponseType.DeferredChannelMessageWithSource, {
				flags: visibility === 'private' ? MessageFlags.Ephemeral : 0,
			}),
		deferUpdate: () => callback(InteractionResponseType.DeferredMessageUpdate),
		async editOriginal(update) {
			await rest.patch(original, { auth: false, body: editBody(update), files: rawFiles(update.files) });
		},
		async deleteOriginal() {
			await rest.delete(original, { auth: false });
		},
		async followUp(message) {
			await rest.post(Routes.webhook(application_id, token), {
				auth: false,
				body: messageBody(message),
				files: rawFiles(message.files),
			});
		},
	};
}

function messageBody({ components, files, visibility }: FollowUp) {
	const ephemeral = visibility === 'private' ? MessageFlags.Ephemeral : 0;
	return {
		components,
		...attachmentsOf(files),
		flags: MessageFlags.IsComponentsV2 | ephemeral,
		allowed_mentions: { parse: [] },
	};
}

function editBody({ components, files, text }: Update) {
	if (text === 'kept') return { components, allowed_mentions: { parse: [] } };
	return {
		components,
		// Discord keeps what is not listed as to be gone.
		...(attachmentsOf(files) ?? { attachments: [] }),
		flags: MessageFlags.IsComponentsV2,
		allowed_mentions: { parse: [] },
	};
}

function attachmentsOf(files: readonly OutgoingFile[] | undefined) {
	return files?.length
		? { attachments: files.map(({ name, description }, id) => ({ id, filename: name, description })) }
		: undefined;
}

function rawFiles(files: readonly OutgoingFile[] = []): RawFile[] {
	return files.map(({ name, data, contentType }) => ({ name, data, contentType }));
}
