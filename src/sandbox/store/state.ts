import { z } from 'zod';
import { command } from '../wire/command.ts';
import { component } from '../wire/component.ts';

const id = z.string().regex(/^\d+$/, 'Expected a Discord id');

/** A person or the bot. `dms` says what happens to a direct message of the bot. */
export const user = z.object({
	id,
	username: z.string(),
	globalName: z.string().optional(),
	bot: z.boolean(),
	locale: z.string(),
	appInstalled: z.boolean(),
	dms: z.enum(['open', 'closed', 'no-mutual-guild']),
});
export type User = z.infer<typeof user>;

/** `permissions` are bits of the member's own, beside those of the roles. */
export const member = z.object({
	userId: id,
	roles: z.array(id),
	permissions: z.string(),
	joinedAt: z.number(),
});
export type Member = z.infer<typeof member>;

/** `managed` marks the role of an app or an integration; `mentionable` one that anyone may notify. */
export const role = z.object({
	id,
	name: z.string(),
	permissions: z.string(),
	managed: z.boolean().optional(),
	mentionable: z.boolean().optional(),
});
export type Role = z.infer<typeof role>;

/** What a channel changes of the permissions of a role (type 0) or a member (type 1). */
export const overwrite = z.object({
	id,
	type: z.union([z.literal(0), z.literal(1)]),
	allow: z.string(),
	deny: z.string(),
});
export type Overwrite = z.infer<typeof overwrite>;

/** Roles stand from the lowest to the highest; the first is @everyone, whose id is the guild's. */
export const guild = z.object({
	id,
	name: z.string(),
	ownerId: id,
	locale: z.string(),
	botInstalled: z.boolean(),
	roles: z.array(role),
	members: z.array(member),
});
export type Guild = z.infer<typeof guild>;

export const channel = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('guild'),
		id,
		guildId: id,
		name: z.string(),
		overwrites: z.array(overwrite).optional(),
	}),
	z.object({ kind: z.literal('bot-dm'), id, userId: id }),
	z.object({ kind: z.literal('private'), id, recipients: z.array(id) }),
]);
export type Channel = z.infer<typeof channel>;

export const attachment = z.object({
	id,
	filename: z.string(),
	contentType: z.string(),
	size: z.number(),
	description: z.string().optional(),
});
export type Attachment = z.infer<typeof attachment>;

const owners = z.record(z.string(), z.string());

/** Which interaction a message answers. Holds no token. */
const messageInteraction = z.object({
	id,
	type: z.int(),
	userId: id,
	owners,
	commandName: z.string().optional(),
	targetUserId: id.optional(),
	targetMessageId: id.optional(),
	interactedMessageId: id.optional(),
	get triggering(): z.ZodOptional<typeof messageInteraction> {
		return messageInteraction.optional();
	},
});
export type MessageInteraction = z.infer<typeof messageInteraction>;

/** `visibleTo` marks an ephemeral message and names the only one who sees it. */
export const message = z.object({
	id,
	channelId: id,
	authorId: id,
	type: z.int(),
	flags: z.int(),
	content: z.string(),
	createdAt: z.number(),
	editedAt: z.number().optional(),
	tts: z.boolean(),
	embeds: z.array(z.record(z.string(), z.unknown())),
	components: z.array(component),
	attachments: z.array(attachment),
	mentions: z.array(id),
	mentionRoles: z.array(id),
	mentionEveryone: z.boolean(),
	poll: z.record(z.string(), z.unknown()).optional(),
	nonce: z.union([z.string(), z.number()]).optional(),
	replyTo: id.optional(),
	interaction: messageInteraction.optional(),
	visibleTo: id.optional(),
	dismissed: z.boolean().optional(),
});
export type Message = z.infer<typeof message>;

/** Everything the local Discord remembers across a restart. */
export const localDiscordState = z.object({
	version: z.literal(1),
	botUserId: id,
	lastSnowflake: id,
	users: z.array(user),
	guilds: z.array(guild),
	channels: z.array(channel),
	messages: z.array(message),
	commands: z.array(command),
	files: z.array(z.object({ attachment, base64: z.string() })),
});
export type LocalDiscordState = z.infer<typeof localDiscordState>;
