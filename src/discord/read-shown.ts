import { type APIMessage, ComponentType } from 'discord-api-types/v10';

/** The texts of a message's components by their numeric id, so that a button can act on what stands beside it. */
export function readShown({ components = [] }: Pick<APIMessage, 'components'>): Record<string, string> {
	const shown: Record<string, string> = {};
	for (const component of components)
		if (component.type === ComponentType.TextDisplay && component.id !== undefined)
			shown[component.id] = component.content;
	return shown;
}
