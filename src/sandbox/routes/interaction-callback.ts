import { MessageFlags, InteractionResponseType as Reply } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Answer, answerJson, noContent } from '../http/answer.ts';
import type { ApiRequest, Routes } from '../http/route.ts';
import { type AcknowledgementType, type Interaction, interactionTypes } from '../interactions/interaction.ts';
import { readModal } from '../interactions/modal.ts';
import { refuse } from '../refusal.ts';
import { renderMessage } from '../render/message.ts';
import type { Message } from '../store/state.ts';
import { messageBody } from '../wire/message-body.ts';
import { postAnswer } from './interaction-answer.ts';
import { editContext } from './messages.ts';
import type { RouteParts } from './parts.ts';

const callbackBody = z.object({ type: z.literal([4, 5, 6, 7, 8, 9]), data: z.unknown().optional() });

const deferFlags = z.looseObject({ flags: z.int().nullish() }).nullish();

const autocompleteData = z.object({
	choices: z.array(z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) })),
});

/** The first answer to an interaction. */
export function interactionCallbackRoutes(parts: RouteParts) {
	const { ledger, messages, render } = parts;

	function interactionFor(request: ApiRequest): Interaction {
		return ledger.forCallback(request.param('interaction_id'), request.param('interaction_token'));
	}

	function sourceOf(interaction: Interaction): Message | undefined {
		const { sourceMessageId, channelId } = interaction;
		return sourceMessageId === undefined ? undefined : messages.find(channelId, sourceMessageId);
	}

	/** Carries the answer out; the message it made or changed, if any. */
	function carryOut(
		interaction: Interaction,
		type: AcknowledgementType,
		data: unknown,
		request: ApiRequest,
	): Message | undefined {
		switch (type) {
			case Reply.ChannelMessageWithSource: {
				const message = postAnswer(parts, interaction, messageBody.parse(data ?? {}), request.files);
				interaction.originalId = message.id;
				return message;
			}
			case Reply.DeferredChannelMessageWithSource: {
				const isPrivate = Boolean((deferFlags.parse(data)?.flags ?? 0) & MessageFlags.Ephemeral);
				const flags = MessageFlags.Loading | (isPrivate ? MessageFlags.Ephemeral : 0);
				interaction.deferredPrivately = isPrivate;
				const message = postAnswer(parts, interaction, { flags }, [], true);
				interaction.originalId = message.id;
				return message;
			}
			case Reply.DeferredMessageUpdate:
			case Reply.UpdateMessage: {
				const source = sourceOf(interaction);
				if (!source) throw refuse('unknownMessage');
				interaction.originalId = source.id;
				if (type === Reply.DeferredMessageUpdate) return undefined;
				return messages.edit(source, messageBody.parse(data ?? {}), request.files);
			}
			case Reply.ApplicationCommandAutocompleteResult:
				interaction.choices = autocompleteData.parse(data).choices;
				return undefined;
			case Reply.Modal:
				interaction.modal = readModal(interaction.id, data);
				return undefined;
			default:
				return undefined;
		}
	}

	return {
		'POST /interactions/{interaction_id}/{interaction_token}/callback': {
			context(request) {
				const interaction = interactionFor(request);
				const source = sourceOf(interaction);
				const updates = callbackBody.safeParse(request.body).data?.type === Reply.UpdateMessage;
				return {
					interactionKind: interaction.kind,
					fromMessage: interaction.sourceMessageId !== undefined,
					...(source && updates && editContext(source, request)),
				};
			},
			handle(request) {
				const interaction = interactionFor(request);
				const { type, data } = callbackBody.parse(request.body);
				if (interaction.acknowledgedWith !== undefined) throw refuse('alreadyAcknowledged');
				const message = carryOut(interaction, type, data, request);
				ledger.acknowledge(interaction, type);
				ledger.changed(interaction);
				if (request.query.get('with_response') !== 'true') return noContent;
				return answerCallback(interaction, type, message);
			},
		},
	} satisfies Partial<Routes>;

	function answerCallback(interaction: Interaction, type: number, message: Message | undefined): Answer {
		return answerJson({
			interaction: {
				id: interaction.id,
				type: interactionTypes[interaction.kind],
				...(message && {
					response_message_id: message.id,
					response_message_loading: Boolean(message.flags & MessageFlags.Loading),
					response_message_ephemeral: message.visibleTo !== undefined,
				}),
			},
			// A deferred answer is told as the message that it made, which is type 4.
			...(message && {
				resource: {
					type: type === Reply.DeferredChannelMessageWithSource ? Reply.ChannelMessageWithSource : type,
					message: renderMessage(render, message),
				},
			}),
		});
	}
}
