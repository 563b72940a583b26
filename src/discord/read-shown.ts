import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIMessage,
	ComponentType,
} from 'discord-api-types/v10';
import { z } from 'zod';

/** The texts of a message's components by their numeric id, so that a button can act on what stands beside it. */
export function readShown({ components = [] }: Pick<APIMessage, 'components'>): Record<string, string> {
	const shown: Record<string, string> = {};
	for (const component of components)
		if (component.type === ComponentType.TextDisplay && component.id !== undefined)
			shown[component.id] = component.content;
	return shown;
}

export type ButtonRow = APIActionRowComponent<APIButtonComponent>;

/** Rows of nothing but buttons: what a route may ask for as `rows`, to show the message's buttons anew. */
export const buttonRows = z.array(z.custom<ButtonRow>(isButtonRow));

export function readRows({ components = [] }: Pick<APIMessage, 'components'>): ButtonRow[] {
	return components.filter((component): component is ButtonRow => isButtonRow(component));
}

function isButtonRow(value: unknown): boolean {
	const row = z.object({
		type: z.literal(ComponentType.ActionRow),
		components: z.array(z.object({ type: z.literal(ComponentType.Button) })),
	});
	return row.safeParse(value).success;
}
