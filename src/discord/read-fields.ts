import {
	type APIMessageComponentInteraction,
	type APIModalSubmission,
	ComponentType,
} from 'discord-api-types/v10';

/** What a member chose in a select, under the name `values`; nothing for a button. */
export function readValues(data: APIMessageComponentInteraction['data']): Record<string, unknown> {
	return data.component_type === ComponentType.Button ? {} : { values: data.values };
}

/** What a member filled into a modal, as plain names and values. */
export function readFields(data: APIModalSubmission): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const component of data.components) {
		if (component.type === ComponentType.Label) addField(fields, component.component);
		else if (component.type === ComponentType.ActionRow)
			for (const inner of component.components) addField(fields, inner);
	}
	return fields;
}

function addField(
	fields: Record<string, unknown>,
	component: { custom_id: string; value?: unknown; values?: unknown },
): void {
	fields[component.custom_id] = component.values ?? component.value;
}
