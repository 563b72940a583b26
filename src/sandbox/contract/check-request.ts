import type { LegacyField } from './bodies.ts';
import { callbackType, callbackTypeIssues, choicesIssues, type InteractionKind } from './callback-rules.ts';
import {
	commandCountError,
	commandIssues,
	commandPatchIssues,
	duplicateCommandIssues,
} from './command-rules.ts';
import { type ApiError, complaints, type FormIssue, invalidFormBody } from './form-error.ts';
import { type MessageUse, messageError } from './message-rules.ts';
import { modalIssues } from './modal-rules.ts';
import * as read from './request-schemas.ts';
import type { RouteTemplate } from './routes.ts';

export type { ApiError } from './form-error.ts';

/** What a body alone does not tell about a request. */
export interface RequestContext {
	interactionKind?: InteractionKind;
	/** The interaction came from a message: a component, or a modal that a component opened. */
	fromMessage?: boolean;
	/** Uploaded files, or those that an edited message keeps. */
	fileCount?: number;
	isEdit?: boolean;
	/** The edited message has the Components V2 flag already. */
	editsV2?: boolean;
	/** What the edited message holds of the fields that Components V2 exclude. */
	editedFields?: readonly LegacyField[];
}

type Check = (body: unknown, context: RequestContext) => ApiError | undefined;

const suppressEmbeds = 1 << 2;
const ephemeral = 1 << 6;
const suppressNotifications = 1 << 12;
const voiceMessage = 1 << 13;
const componentsV2 = 1 << 15;
const channelFlags = suppressEmbeds | suppressNotifications | voiceMessage | componentsV2;
const replyFlags = channelFlags | ephemeral;

const checks: Partial<Record<RouteTemplate, Check>> = {
	'PUT /applications/{application_id}/commands': checkCommandList,
	'POST /applications/{application_id}/commands': checkCommand,
	'PATCH /applications/{application_id}/commands/{command_id}': checkCommandPatch,
	'PUT /applications/{application_id}/guilds/{guild_id}/commands': checkCommandList,
	'POST /applications/{application_id}/guilds/{guild_id}/commands': checkCommand,
	'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': checkCommandPatch,
	'POST /users/@me/channels': checkPrivateChannel,
	'POST /channels/{channel_id}/messages': (body, context) =>
		checkMessage(read.readMessage, body, newMessage(context, channelFlags)),
	'PATCH /channels/{channel_id}/messages/{message_id}': (body, context) =>
		checkMessage(read.readMessageEdit, body, edit(context)),
	'POST /interactions/{interaction_id}/{interaction_token}/callback': checkCallback,
	'POST /webhooks/{webhook_id}/{webhook_token}': (body, context) =>
		context.isEdit
			? checkMessage(read.readReplyEdit, body, edit(context))
			: checkMessage(read.readFollowUp, body, newMessage(context, replyFlags)),
	'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': (body, context) =>
		checkMessage(read.readReplyEdit, body, edit(context)),
	'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': (body, context) =>
		checkMessage(read.readReplyEdit, body, edit(context)),
};

/** Judges a request body as Discord would: the error it answers, or `undefined` when it accepts the body. */
export function checkRequest(
	route: RouteTemplate,
	body: unknown,
	context: RequestContext,
): ApiError | undefined {
	// A request without a body counts as an empty one: an upload alone is a message.
	return checks[route]?.(body ?? {}, context);
}

function checkCommandList(body: unknown): ApiError | undefined {
	const { body: commands, issues } = read.readCommandList(body);
	if (issues) return invalidFormBody(issues);
	const complaintsOfAll = commands.flatMap((command, index) => commandIssues(command, [index]));
	return commandCountError(commands) ?? errorOf([...duplicateCommandIssues(commands), ...complaintsOfAll]);
}

function checkCommand(body: unknown): ApiError | undefined {
	const { body: command, issues } = read.readCommand(body);
	return errorOf(issues ?? commandIssues(command));
}

function checkCommandPatch(body: unknown): ApiError | undefined {
	const { body: command, issues } = read.readCommandPatch(body);
	return errorOf(issues ?? commandPatchIssues(command));
}

function checkPrivateChannel(body: unknown): ApiError | undefined {
	const { body: channel, issues } = read.readPrivateChannel(body);
	if (issues) return invalidFormBody(issues);
	if (channel.recipient_id || channel.access_tokens) return undefined;
	return invalidFormBody([complaints.required(['recipient_id'])]);
}

function checkMessage(reader: typeof read.readMessage, body: unknown, use: MessageUse): ApiError | undefined {
	const { body: message, issues } = reader(body);
	return issues ? invalidFormBody(issues) : messageError(message, use);
}

function checkCallback(body: unknown, context: RequestContext): ApiError | undefined {
	const typeIssues = callbackTypeIssues(body, context.interactionKind, context.fromMessage ?? false);
	if (typeIssues.length > 0) return invalidFormBody(typeIssues);
	switch (callbackType(body)) {
		case 4:
			return checkReply(body, context);
		case 5:
			return errorOf(read.readMessageCallback(body).issues ?? []);
		case 6:
			return errorOf(read.readUpdateCallback(body).issues ?? []);
		case 7:
			return checkUpdate(body, context);
		case 8:
			return checkChoices(body);
		case 9:
			return checkModal(body);
		default:
			return undefined;
	}
}

function checkReply(body: unknown, context: RequestContext): ApiError | undefined {
	const { body: callback, issues } = read.readMessageCallback(body);
	if (issues) return invalidFormBody(issues);
	return messageError(callback.data ?? {}, { ...newMessage(context, replyFlags), path: ['data'] });
}

function checkUpdate(body: unknown, context: RequestContext): ApiError | undefined {
	const { body: callback, issues } = read.readUpdateCallback(body);
	if (issues) return invalidFormBody(issues);
	return messageError(callback.data ?? {}, { ...edit(context), path: ['data'] });
}

function checkChoices(body: unknown): ApiError | undefined {
	const { body: callback, issues } = read.readChoicesCallback(body);
	return errorOf(issues ?? choicesIssues(callback.data ?? {}, ['data']));
}

function checkModal(body: unknown): ApiError | undefined {
	const { body: callback, issues } = read.readModalCallback(body);
	return errorOf(issues ?? modalIssues(callback.data, ['data']));
}

function newMessage({ fileCount = 0 }: RequestContext, settableFlags: number): MessageUse {
	return { path: [], isNew: true, settableFlags, fileCount, editsV2: false, editedFields: [] };
}

function edit({ fileCount = 0, editsV2 = false, editedFields = [] }: RequestContext): MessageUse {
	return { path: [], isNew: false, settableFlags: 0, fileCount, editsV2, editedFields };
}

function errorOf(issues: readonly FormIssue[]): ApiError | undefined {
	return issues.length > 0 ? invalidFormBody(issues) : undefined;
}
