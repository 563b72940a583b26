import { MessageFlags } from 'discord-api-types/v10';
import { answerJson, noContent } from '../http/answer.ts';
import type { ApiRequest, Route, Routes } from '../http/route.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { refuse } from '../refusal.ts';
import { renderMessage } from '../render/message.ts';
import type { Message } from '../store/state.ts';
import { messageBody } from '../wire/message-body.ts';
import { postAnswer } from './interaction-answer.ts';
import { editContext } from './messages.ts';
import type { RouteParts } from './parts.ts';

/** Follow-ups that an app which is only user-installed may send. */
const followUpLimit = 5;

/** Follow-ups to an interaction, and later looks at and changes of its messages, ephemeral ones too. */
export function interactionWebhookRoutes(parts: RouteParts) {
	const { ledger, messages, render, applicationId } = parts;

	function interactionFor(request: ApiRequest): Interaction {
		if (request.param('webhook_id') !== applicationId) throw refuse('unknownWebhook');
		return ledger.forWebhook(request.param('webhook_token'));
	}

	function messageFor(request: ApiRequest): Message {
		const interaction = interactionFor(request);
		const { originalId, sourceMessageId, followUpIds } = interaction;
		const id = request.param('message_id') || originalId;
		const own = id === originalId || id === sourceMessageId || followUpIds.some((each) => each === id);
		const message = id !== undefined && own ? messages.find(interaction.channelId, id) : undefined;
		if (!message) throw refuse('unknownMessage');
		return message;
	}

	function edit(interaction: Interaction, message: Message, request: ApiRequest): Message {
		const fills = Boolean(message.flags & MessageFlags.Loading);
		const changed = messages.edit(message, messageBody.parse(request.body ?? {}), request.files, fills);
		if (message.id === interaction.originalId) ledger.filled(interaction);
		ledger.changed(interaction);
		return changed;
	}

	/** The loading message of a deferred answer that nothing has filled in yet. */
	function loadingMessage(interaction: Interaction): Message | undefined {
		const { originalId, channelId } = interaction;
		const message = originalId === undefined ? undefined : messages.find(channelId, originalId);
		return message && message.flags & MessageFlags.Loading ? message : undefined;
	}

	function followUp(interaction: Interaction, request: ApiRequest): Message {
		const onlyUserInstalled = interaction.owners['0'] === undefined;
		if (onlyUserInstalled && interaction.followUpCount >= followUpLimit) throw refuse('tooManyFollowUps');
		const message = postAnswer(parts, interaction, messageBody.parse(request.body ?? {}), request.files);
		interaction.followUpCount += 1;
		interaction.followUpIds.push(message.id);
		if (interaction.awaitsContent) ledger.filled(interaction);
		ledger.changed(interaction);
		return message;
	}

	const get: Route = { handle: (request) => answerJson(renderMessage(render, messageFor(request))) };
	const patch: Route = {
		context: (request) => editContext(messageFor(request), request),
		handle: (request) =>
			answerJson(renderMessage(render, edit(interactionFor(request), messageFor(request), request))),
	};
	const remove: Route = {
		handle(request) {
			const interaction = interactionFor(request);
			const message = messageFor(request);
			messages.remove(message);
			if (message.id === interaction.originalId) ledger.filled(interaction);
			ledger.changed(interaction);
			return noContent;
		},
	};

	return {
		'POST /webhooks/{webhook_id}/{webhook_token}': {
			context(request) {
				const loading = loadingMessage(interactionFor(request));
				return loading ? { ...editContext(loading, request), isEdit: false } : {};
			},
			handle(request) {
				const interaction = interactionFor(request);
				const loading = loadingMessage(interaction);
				const message = loading ? edit(interaction, loading, request) : followUp(interaction, request);
				return answerJson(renderMessage(render, message));
			},
		},
		'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original': get,
		'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': patch,
		'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original': remove,
		'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': get,
		'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': patch,
		'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': remove,
	} satisfies Partial<Routes>;
}
