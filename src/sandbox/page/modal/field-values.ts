import type { FieldValue } from '../../page-server/protocol/from-page.ts';
import type { ShownComponent } from '../../page-server/protocol/shown-component.ts';
import { ComponentType } from '../components/component-types.ts';
import { presetOf } from '../components/select-choices.ts';

/** A field of a modal with the words above it. */
export interface ModalField {
	field: ShownComponent;
	label: string;
	description?: string | undefined;
}

/** What a part that draws a field is given. */
export interface FieldProps {
	id: string;
	field: ShownComponent;
	label: string;
	value: FieldValue;
	fault: string | undefined;
	onValue(value: FieldValue): void;
}

/** The fields of a modal in order, out of their Labels or, as older bots send them, their rows. */
export function fieldsOf(components: readonly ShownComponent[]): ModalField[] {
	return components.flatMap(({ type, label = '', description, component, components: inner = [] }) => {
		if (type === ComponentType.Label && component) return [{ field: component, label, description }];
		if (type === ComponentType.ActionRow)
			return inner.map((field) => ({ field, label: field.label ?? '', description: undefined }));
		return [];
	});
}

/** What a field holds before anyone has changed it. */
export function presetValue(field: ShownComponent): FieldValue {
	switch (field.type) {
		case ComponentType.TextInput:
			return field.value ?? '';
		case ComponentType.Checkbox:
			return field.default ?? false;
		case ComponentType.RadioGroup:
			return presetOf(field)[0] ?? '';
		default:
			return presetOf(field);
	}
}

/** Everything in a modal has to be filled in unless the bot says otherwise, except a single checkbox. */
export function isRequired(field: ShownComponent): boolean {
	return field.required ?? field.type !== ComponentType.Checkbox;
}

/** Why a value cannot be submitted; nothing when it can. */
export function whyNot(field: ShownComponent, value: FieldValue): string | undefined {
	const required = isRequired(field);
	const size = typeof value === 'boolean' ? Number(value) : value.length;
	if (size === 0) return required ? 'This field is required' : undefined;
	if (field.type === ComponentType.TextInput) {
		const { min_length: least = 0, max_length: most = 4000 } = field;
		if (size < least) return `Must be at least ${least} characters`;
		return size > most ? `Must be ${most} or fewer characters` : undefined;
	}
	if (!Array.isArray(value)) return undefined;
	const { min_values: least = 1, max_values: most } = field;
	if (size < least) return `Choose at least ${least}`;
	return most !== undefined && size > most ? `Choose at most ${most}` : undefined;
}
