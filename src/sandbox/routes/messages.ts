import { MessageFlags, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { RequestContext } from '../contract/check-request.ts';
import { answerJson, noContent } from '../http/answer.ts';
import type { ApiRequest, Routes } from '../http/route.ts';
import { permissionsIn } from '../permissions.ts';
import { refuse } from '../refusal.ts';
import { renderMessage } from '../render/message.ts';
import type { Channel, Message } from '../store/state.ts';
import { guildOf } from '../store/store.ts';
import { messageBody } from '../wire/message-body.ts';
import { reachableChannel, refuseUnreachable } from './channels.ts';
import type { RouteParts } from './parts.ts';

const defaultPage = 50;

/** Messages of a channel. Ephemeral ones do not exist here: only their interaction's webhook reaches them. */
export function messageRoutes(parts: RouteParts) {
	const { store, render, messages, nonces, botUserId } = parts;

	function channelFor(request: ApiRequest): Channel {
		return reachableChannel(parts, request.param('channel_id'));
	}

	function messageFor(request: ApiRequest): Message {
		const message = messages.find(channelFor(request).id, request.param('message_id'));
		if (!message || message.visibleTo) throw refuse('unknownMessage');
		return message;
	}

	function refuseWithout(channel: Channel, permission: bigint): void {
		const guild = guildOf(store, channel);
		if (guild && !(permissionsIn(guild, botUserId, channel) & permission)) throw refuse('missingPermission');
	}

	return {
		'GET /channels/{channel_id}/messages': {
			handle(request) {
				const channel = channelFor(request);
				refuseWithout(channel, PermissionFlagsBits.ReadMessageHistory);
				const all = [...(store.messages.get(channel.id)?.values() ?? [])].filter((each) => !each.visibleTo);
				return answerJson(pageOf(all, request.query).map((message) => renderMessage(render, message)));
			},
		},
		'POST /channels/{channel_id}/messages': {
			handle(request) {
				const channel = channelFor(request);
				refuseWithout(channel, PermissionFlagsBits.SendMessages);
				refuseUnreachable(store, channel);
				const body = messageBody.parse(request.body ?? {});
				const nonce = body.enforce_nonce ? body.nonce : undefined;
				const earlier = nonce == null ? undefined : nonces.messageFor(channel.id, nonce);
				const known = earlier === undefined ? undefined : messages.find(channel.id, earlier);
				if (known) return answerJson(renderMessage(render, known));

				const replyTo = body.message_reference?.message_id;
				const message = messages.create({
					channelId: channel.id,
					authorId: botUserId,
					type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
					...(replyTo !== undefined && { replyTo }),
					flags: (body.flags ?? 0) & ~MessageFlags.Ephemeral,
					body,
					files: request.files,
				});
				if (nonce != null) nonces.remember(channel.id, nonce, message.id);
				return answerJson(renderMessage(render, message));
			},
		},
		'GET /channels/{channel_id}/messages/{message_id}': {
			handle: (request) => answerJson(renderMessage(render, messageFor(request))),
		},
		'PATCH /channels/{channel_id}/messages/{message_id}': {
			context: (request) => editContext(messageFor(request), request),
			handle(request) {
				const message = messageFor(request);
				if (message.authorId !== botUserId) throw refuse('othersMessage');
				const changed = messages.edit(message, messageBody.parse(request.body ?? {}), request.files);
				return answerJson(renderMessage(render, changed));
			},
		},
		'DELETE /channels/{channel_id}/messages/{message_id}': {
			handle(request) {
				const message = messageFor(request);
				if (message.authorId !== botUserId) {
					const channel = channelFor(request);
					if (channel.kind === 'bot-dm') throw refuse('missingPermission');
					refuseWithout(channel, PermissionFlagsBits.ManageMessages);
				}
				messages.remove(message);
				return noContent;
			},
		},
	} satisfies Partial<Routes>;
}

/** What the check of an edit has to know of the message before it. */
export function editContext(message: Message, request: ApiRequest): RequestContext {
	return {
		isEdit: true,
		editsV2: Boolean(message.flags & MessageFlags.IsComponentsV2),
		fileCount: request.files.length + message.attachments.length,
		editedFields: [
			...(message.content === '' ? [] : ['content' as const]),
			...(message.embeds.length === 0 ? [] : ['embeds' as const]),
			...(message.poll ? ['poll' as const] : []),
		],
	};
}

/** Newest first, like Discord; `before`, `after` and `limit` choose the page. */
function pageOf(all: readonly Message[], query: URLSearchParams): Message[] {
	const before = BigInt(query.get('before') ?? 2n ** 63n);
	const after = BigInt(query.get('after') ?? 0);
	const limit = Number(query.get('limit') ?? defaultPage);
	const within = all.filter((message) => BigInt(message.id) < before && BigInt(message.id) > after);
	const page = query.has('after') ? within.slice(0, limit) : within.slice(-limit);
	return page.toReversed();
}
