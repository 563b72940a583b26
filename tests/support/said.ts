import type { Reply } from '../../src/discord/reply.ts';

/** All the text that a reply shows, a line a component, and the labels of its buttons and fields in brackets. */
export function said(reply: Reply): string {
	return texts(reply.kind === 'modal' ? reply.modal : reply.components).join('\n');
}

function texts(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(texts);
	if (typeof value !== 'object' || value === null) return [];
	const own: string[] = [];
	if ('content' in value && typeof value.content === 'string') own.push(value.content);
	if ('label' in value && typeof value.label === 'string') own.push(`[${value.label}]`);
	if ('value' in value && typeof value.value === 'string') own.push(value.value);
	for (const inner of ['components', 'component', 'accessory'] as const)
		if (inner in value) own.push(...texts((value as Record<string, unknown>)[inner]));
	return own;
}

/** The `custom_id` of the button or form with this label or title. */
export function customIdOf(reply: Reply, label: string): string {
	const found = find(reply.kind === 'modal' ? [reply.modal] : reply.components, label);
	if (found === undefined) throw new Error(`Nothing is called “${label}” in:\n${said(reply)}`);
	return found;
}

function find(value: unknown, label: string): string | undefined {
	if (Array.isArray(value)) return value.map((item) => find(item, label)).find((id) => id !== undefined);
	if (typeof value !== 'object' || value === null) return undefined;
	const { label: own, title, custom_id, components } = value as Record<string, unknown>;
	if ((own === label || title === label) && typeof custom_id === 'string') return custom_id;
	return find(components, label);
}
