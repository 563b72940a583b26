import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { numberComponents } from '../messages/number-components.ts';
import { type Component, component, walkComponents } from '../wire/component.ts';
import { withoutNulls } from '../wire/without-nulls.ts';
import type { ModalField, ShownModal } from './interaction.ts';

const modalData = z.looseObject({ custom_id: z.string(), title: z.string(), components: z.array(component) });

/** What the bot answered with a modal, as the member sees it. */
export function readModal(interactionId: string, data: unknown): ShownModal {
	const { custom_id: customId, title, components: sent } = modalData.parse(withoutNulls(data));
	const components = numberComponents(sent);
	return { interactionId, customId, title, components, fields: components.flatMap(fieldsOf) };
}

function fieldsOf(top: Component): ModalField[] {
	return [...walkComponents([top])].flatMap((each) =>
		each.custom_id === undefined ? [] : [fieldOf(each, top.component === each ? top.label : each.label)],
	);
}

function fieldOf(field: Component, label: string | undefined): ModalField {
	return {
		customId: field.custom_id ?? '',
		type: field.type,
		label: label ?? field.label ?? '',
		// Everything in a modal has to be filled in unless the bot says otherwise, except a single checkbox.
		required: field.required ?? field.type !== ComponentType.Checkbox,
		prefilled: prefilledOf(field),
		component: field,
	};
}

function prefilledOf(field: Component): ModalField['prefilled'] {
	const chosen = (field.options ?? []).filter((option) => option.default).map((option) => option.value);
	switch (field.type) {
		case ComponentType.TextInput:
			return field.value ?? '';
		case ComponentType.Checkbox:
			return field.default ?? false;
		case ComponentType.RadioGroup:
			return chosen[0] ?? '';
		case ComponentType.StringSelect:
		case ComponentType.CheckboxGroup:
			return chosen;
		default:
			return (field.default_values ?? []).map((value) => value.id);
	}
}
