import { z } from 'zod';

const localizations = z.record(z.string(), z.string());

const choice = z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) });

/** An option of a command, sub-command or group. */
const commandOption = z.looseObject({
	type: z.int(),
	name: z.string(),
	description: z.string(),
	required: z.boolean().optional(),
	autocomplete: z.boolean().optional(),
	choices: z.array(choice).optional(),
	min_value: z.number().optional(),
	max_value: z.number().optional(),
	min_length: z.int().optional(),
	max_length: z.int().optional(),
	channel_types: z.array(z.int()).optional(),
	name_localizations: localizations.optional(),
	description_localizations: localizations.optional(),
	get options(): z.ZodOptional<z.ZodArray<typeof commandOption>> {
		return z.array(commandOption).optional();
	},
});

export type CommandOption = z.infer<typeof commandOption>;

/** What the bot may say of a command, nulls already taken out. */
export const commandBody = z.object({
	type: z.int().default(1),
	name: z.string(),
	description: z.string().default(''),
	options: z.array(commandOption).optional(),
	default_member_permissions: z.coerce.string().optional(),
	dm_permission: z.boolean().optional(),
	contexts: z.array(z.int()).optional(),
	integration_types: z.array(z.int()).optional(),
	nsfw: z.boolean().default(false),
	name_localizations: localizations.optional(),
	description_localizations: localizations.optional(),
});

export type CommandBody = z.infer<typeof commandBody>;

/** A command as it is kept: `guild_id` only for a command of one guild. */
export const command = commandBody.extend({
	id: z.string(),
	version: z.string(),
	guild_id: z.string().optional(),
});

export type Command = z.infer<typeof command>;
