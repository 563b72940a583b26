import { z } from 'zod';

const media = z.looseObject({ url: z.string() });

const selectOption = z.looseObject({
	label: z.string(),
	value: z.string(),
	description: z.string().optional(),
	default: z.boolean().optional(),
});

/** A component of a message or modal, as the bot sends it; fields the local Discord does not use pass through. */
export const component = z.looseObject({
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
	url: z.string().optional(),
	value: z.string().optional(),
	min_values: z.int().optional(),
	max_values: z.int().optional(),
	min_length: z.int().optional(),
	max_length: z.int().optional(),
	options: z.array(selectOption).optional(),
	default_values: z.array(z.looseObject({ id: z.string(), type: z.string() })).optional(),
	channel_types: z.array(z.int()).optional(),
	media: media.optional(),
	file: media.optional(),
	items: z.array(z.looseObject({ media })).optional(),
	get components(): z.ZodOptional<z.ZodArray<typeof component>> {
		return z.array(component).optional();
	},
	get component(): z.ZodOptional<typeof component> {
		return component.optional();
	},
	get accessory(): z.ZodOptional<typeof component> {
		return component.optional();
	},
});

export type Component = z.infer<typeof component>;

/** Every component of a tree, parents before children, in the order in which Discord numbers them. */
export function* walkComponents(components: readonly Component[]): Generator<Component> {
	for (const each of components) {
		yield each;
		if (each.components) yield* walkComponents(each.components);
		if (each.component) yield* walkComponents([each.component]);
		if (each.accessory) yield* walkComponents([each.accessory]);
	}
}
