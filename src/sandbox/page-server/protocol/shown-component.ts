import { z } from 'zod';

const media = z.object({ url: z.string() });

const emoji = z.object({ id: z.string().optional(), name: z.string().optional() });

const shownOption = z.object({
	label: z.string(),
	value: z.string(),
	description: z.string().optional(),
	default: z.boolean().optional(),
	emoji: emoji.optional(),
});

/** A component as far as the page draws it; Discord's own names. */
export const shownComponent = z.object({
	type: z.int(),
	id: z.int().optional(),
	custom_id: z.string().optional(),
	label: z.string().optional(),
	description: z.string().optional(),
	content: z.string().optional(),
	placeholder: z.string().optional(),
	disabled: z.boolean().optional(),
	required: z.boolean().optional(),
	default: z.boolean().optional(),
	style: z.int().optional(),
	emoji: emoji.optional(),
	url: z.string().optional(),
	value: z.string().optional(),
	min_values: z.int().optional(),
	max_values: z.int().optional(),
	min_length: z.int().optional(),
	max_length: z.int().optional(),
	options: z.array(shownOption).optional(),
	default_values: z.array(z.object({ id: z.string(), type: z.string() })).optional(),
	media: media.optional(),
	file: media.optional(),
	items: z
		.array(z.object({ media, description: z.string().optional(), spoiler: z.boolean().optional() }))
		.optional(),
	accent_color: z.int().optional(),
	spoiler: z.boolean().optional(),
	divider: z.boolean().optional(),
	spacing: z.int().optional(),
	get components(): z.ZodOptional<z.ZodArray<typeof shownComponent>> {
		return z.array(shownComponent).optional();
	},
	get component(): z.ZodOptional<typeof shownComponent> {
		return shownComponent.optional();
	},
	get accessory(): z.ZodOptional<typeof shownComponent> {
		return shownComponent.optional();
	},
});
export type ShownComponent = z.infer<typeof shownComponent>;
