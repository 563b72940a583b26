import * as spec from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import type { RouteTemplate } from './routes.ts';
import { sharpenSchema } from './sharpen-schema.ts';

type Schema = z.core.$ZodType;

/** The successes Discord documents for a route: HTTP status → schema of the body, `undefined` for no body. */
export type Successes = ReadonlyMap<number, Schema | undefined>;

const sharpening = { replace: new Map<Schema, Schema>(), numericStrings: false };

// Discord's document has a number for the `code` of a leaf, where Discord really sends a word.
const complaint = z.object({ code: z.string(), message: z.string() });
const errorTree: Schema = z.record(z.string(), z.union([z.array(complaint), z.lazy(() => errorTree)]));

export const errorAnswer = z.object({
	message: z.string(),
	code: z.number(),
	errors: z.optional(errorTree),
});
export const rateLimitAnswer = z.object({
	message: z.string(),
	retry_after: z.number(),
	global: z.boolean(),
});

const application = success(spec.PrivateApplicationResponseSchema);
const command = success(spec.ApplicationCommandResponseSchema);
const commandList = success(z.array(spec.ApplicationCommandResponseSchema));
const createdCommand = new Map([...command, ...success(spec.ApplicationCommandResponseSchema, 201)]);
const message = success(spec.MessageResponseSchema);
const noContent: Successes = new Map([[204, undefined]]);

const successes: Record<RouteTemplate, Successes> = {
	'GET /gateway/bot': success(spec.GatewayBotResponseSchema),
	'GET /users/@me': success(spec.UserPIIResponseSchema),
	'GET /users/@me/guilds': success(z.array(spec.MyGuildResponseSchema)),
	'GET /users/{user_id}': success(spec.UserResponseSchema),
	'GET /applications/@me': application,
	'GET /oauth2/applications/@me': application,
	'GET /applications/{application_id}/commands': commandList,
	'PUT /applications/{application_id}/commands': commandList,
	'POST /applications/{application_id}/commands': createdCommand,
	'GET /applications/{application_id}/commands/{command_id}': command,
	'PATCH /applications/{application_id}/commands/{command_id}': command,
	'DELETE /applications/{application_id}/commands/{command_id}': noContent,
	'GET /applications/{application_id}/guilds/{guild_id}/commands': commandList,
	'PUT /applications/{application_id}/guilds/{guild_id}/commands': commandList,
	'POST /applications/{application_id}/guilds/{guild_id}/commands': createdCommand,
	'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': command,
	'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': command,
	'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': noContent,
	'POST /users/@me/channels': success(
		z.union([spec.PrivateChannelResponseSchema, spec.PrivateGroupChannelResponseSchema]),
	),
	'GET /channels/{channel_id}': success(
		z.union([
			spec.GuildChannelResponseSchema,
			spec.PrivateChannelResponseSchema,
			spec.PrivateGroupChannelResponseSchema,
			spec.ThreadResponseSchema,
		]),
	),
	'GET /channels/{channel_id}/messages': success(z.array(spec.MessageResponseSchema)),
	'POST /channels/{channel_id}/messages': message,
	'GET /channels/{channel_id}/messages/{message_id}': message,
	'PATCH /channels/{channel_id}/messages/{message_id}': message,
	'DELETE /channels/{channel_id}/messages/{message_id}': noContent,
	'POST /channels/{channel_id}/typing': noContent,
	'GET /guilds/{guild_id}': success(spec.GuildWithCountsResponseSchema),
	'GET /guilds/{guild_id}/members/{user_id}': success(spec.GuildMemberResponseSchema),
	'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': noContent,
	'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': noContent,
	'GET /guilds/{guild_id}/roles/{role_id}': success(spec.GuildRoleResponseSchema),
	'POST /interactions/{interaction_id}/{interaction_token}/callback': new Map([
		...noContent,
		...success(spec.InteractionCallbackResponseSchema),
	]),
	'POST /webhooks/{webhook_id}/{webhook_token}': message,
	'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original': message,
	'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': message,
	'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original': noContent,
	'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': message,
	'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': message,
	'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': noContent,
};

export function successesOf(route: RouteTemplate): Successes {
	return successes[route];
}

function success(schema: Schema, status = 200): Successes {
	return new Map([[status, sharpenSchema(schema, sharpening)]]);
}
