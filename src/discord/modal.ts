import {
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
	type APIStringSelectComponent,
	type APITextInputComponent,
	ComponentType,
	TextInputStyle,
} from 'discord-api-types/v10';
import type { ModalReply } from './reply.ts';

/** A line or paragraph for the member to fill in, under a label. */
export interface TextField {
	/** The name under which the text arrives in the route's input. */
	name: string;
	label: string;
	description?: string;
	value?: string;
	longest: number;
	lines: 'one' | 'many';
	required?: boolean;
}

/** A choice of one from up to 25, under a label. */
export interface ChoiceField {
	/** The name under which what was chosen arrives in the route's input, as a list. */
	name: string;
	label: string;
	description?: string;
	choices: readonly { label: string; value: string }[];
	chosen?: string;
	required?: boolean;
}

/** A form of up to five fields; `customId` comes from the route that takes its submit. */
export function modal(title: string, customId: string, fields: (TextField | ChoiceField)[]): ModalReply {
	const data: APIModalInteractionResponseCallbackData = {
		title,
		custom_id: customId,
		components: fields.map(labelled),
	};
	return { kind: 'modal', modal: data };
}

function labelled(field: TextField | ChoiceField): APILabelComponent {
	return {
		type: ComponentType.Label,
		label: field.label,
		...(field.description === undefined ? {} : { description: field.description }),
		component: 'choices' in field ? selectOf(field) : inputOf(field),
	};
}

function inputOf(field: TextField): APITextInputComponent {
	return {
		type: ComponentType.TextInput,
		custom_id: field.name,
		style: field.lines === 'one' ? TextInputStyle.Short : TextInputStyle.Paragraph,
		max_length: field.longest,
		required: field.required ?? true,
		...(field.value === undefined ? {} : { value: field.value }),
	};
}

function selectOf({ name, choices, chosen, required = true }: ChoiceField): APIStringSelectComponent {
	return {
		type: ComponentType.StringSelect,
		custom_id: name,
		required,
		options: choices.map(({ label, value }) => ({ label, value, default: value === chosen })),
	};
}
