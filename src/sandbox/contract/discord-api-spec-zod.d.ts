// `discord-api-spec/zod` ships plain JavaScript generated from Discord's OpenAPI document, without declarations.
// Only what the contract uses is declared here; shapes are given where the contract reads the parsed value.
declare module 'discord-api-spec/zod' {
	import type { ZodMiniType } from 'zod/mini';

	export const SnowflakeTypeSchema: ZodMiniType<string>;
	export const AvailableLocalesEnumSchema: ZodMiniType<string>;

	export const ApplicationCommandCreateRequestSchema: ZodMiniType;
	export const ApplicationCommandPatchRequestPartialSchema: ZodMiniType;
	export const ApplicationCommandUpdateRequestSchema: ZodMiniType;
	export const CreatePrivateChannelRequestSchema: ZodMiniType;
	export const IncomingWebhookRequestPartialSchema: ZodMiniType;
	export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType;
	export const MessageCreateRequestSchema: ZodMiniType;
	export const MessageEditRequestPartialSchema: ZodMiniType;

	export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType;
	export const CreateMessageInteractionCallbackRequestSchema: ZodMiniType;
	export const ModalInteractionCallbackRequestSchema: ZodMiniType;
	export const UpdateMessageInteractionCallbackRequestSchema: ZodMiniType;

	export const ApplicationCommandResponseSchema: ZodMiniType;
	export const GatewayBotResponseSchema: ZodMiniType;
	export const GuildChannelResponseSchema: ZodMiniType;
	export const GuildMemberResponseSchema: ZodMiniType;
	export const GuildRoleResponseSchema: ZodMiniType;
	export const GuildWithCountsResponseSchema: ZodMiniType;
	export const InteractionCallbackResponseSchema: ZodMiniType;
	export const MessageResponseSchema: ZodMiniType;
	export const MyGuildResponseSchema: ZodMiniType;
	export const PrivateApplicationResponseSchema: ZodMiniType;
	export const PrivateChannelResponseSchema: ZodMiniType;
	export const PrivateGroupChannelResponseSchema: ZodMiniType;
	export const ThreadResponseSchema: ZodMiniType;
	export const UserPIIResponseSchema: ZodMiniType;
	export const UserResponseSchema: ZodMiniType;
}
