import {
	type APIMessageApplicationCommandInteractionData,
	type APIPrimaryEntryPointCommandInteractionData,
	type APIUserApplicationCommandInteractionData,
	ApplicationCommandType,
} from 'discord-api-types/v10';

type Data =
	| APIMessageApplicationCommandInteractionData
	| APIUserApplicationCommandInteractionData
	| APIPrimaryEntryPointCommandInteractionData;

/** What a context-menu command was opened on: a message's id and text, or a user's id. */
export function readTarget(data: Data): Record<string, unknown> {
	if (data.type === ApplicationCommandType.Message)
		return { messageId: data.target_id, content: data.resolved.messages[data.target_id]?.content };
	if (data.type === ApplicationCommandType.User) return { userId: data.target_id };
	return {};
}
