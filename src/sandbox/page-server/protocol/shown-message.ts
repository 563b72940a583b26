import { z } from 'zod';
import { shownComponent } from './shown-component.ts';

const picture = z.object({ url: z.string() });

const shownEmbed = z.object({
	title: z.string().nullish(),
	description: z.string().nullish(),
	url: z.string().nullish(),
	color: z.int().nullish(),
	timestamp: z.string().nullish(),
	author: z.object({ name: z.string(), url: z.string().nullish() }).nullish(),
	footer: z.object({ text: z.string() }).nullish(),
	image: picture.nullish(),
	thumbnail: picture.nullish(),
	fields: z.array(z.object({ name: z.string(), value: z.string(), inline: z.boolean().nullish() })).nullish(),
});
export type ShownEmbed = z.infer<typeof shownEmbed>;

/** `url` is a path on this server. */
const shownAttachment = z.object({
	id: z.string(),
	filename: z.string(),
	contentType: z.string(),
	size: z.number(),
	description: z.string().optional(),
	url: z.string(),
});
export type ShownAttachment = z.infer<typeof shownAttachment>;

/** A message as the person who looks at the page sees it. */
export const shownMessage = z.object({
	id: z.string(),
	channelId: z.string(),
	authorId: z.string(),
	content: z.string(),
	embeds: z.array(shownEmbed),
	components: z.array(shownComponent),
	attachments: z.array(shownAttachment),
	/** Only they see it. */
	ephemeral: z.boolean(),
	/** "Thinking…" */
	loading: z.boolean(),
	edited: z.boolean(),
	createdAt: z.number(),
	pings: z.object({ everyone: z.boolean(), users: z.array(z.string()), roles: z.array(z.string()) }),
	usedCommand: z.object({ name: z.string(), userId: z.string() }).optional(),
	replyTo: z.string().optional(),
	/** All see it, but only one person what it replies to: to others, and once that is dismissed, it replies to nothing. */
	repliesToPrivate: z.boolean(),
});
export type ShownMessage = z.infer<typeof shownMessage>;
