import type { TopLevel } from './reply.ts';

/** Discord's totals for one Components V2 message; the builders of discord.js enforce none of them. */
const LIMITS = { components: 40, characters: 4_000, bytes: 10_000 };

/**
 * Finds what Discord would refuse in a message as a whole: too many components, too much text, two components with one `custom_id`.
 *
 * Returns one sentence a problem; none when the message may be sent.
 */
export function checkTotals(components: readonly TopLevel[]): string[] {
	const counted = { components: 0, characters: 0, ids: [] as string[] };
	count(components, counted);
	const problems: string[] = [];
	if (components.length === 0) problems.push('A message needs at least one component');
	if (counted.components > LIMITS.components)
		problems.push(`${counted.components} components, at most ${LIMITS.components}`);
	if (counted.characters > LIMITS.characters)
		problems.push(`${counted.characters} characters of text, at most ${LIMITS.characters}`);
	const bytes = Buffer.byteLength(JSON.stringify(components));
	if (bytes > LIMITS.bytes) problems.push(`${bytes} bytes, at most ${LIMITS.bytes}`);
	for (const id of repeated(counted.ids)) problems.push(`The custom id ${id} is used more than once`);
	return problems;
}

function count(value: unknown, counted: { components: number; characters: number; ids: string[] }): void {
	if (Array.isArray(value)) {
		for (const item of value) count(item, counted);
		return;
	}
	if (typeof value !== 'object' || value === null) return;
	if ('type' in value && typeof value.type === 'number') counted.components++;
	if ('content' in value && typeof value.content === 'string') counted.characters += value.content.length;
	if ('custom_id' in value && typeof value.custom_id === 'string') counted.ids.push(value.custom_id);
	if ('components' in value) count(value.components, counted);
	if ('accessory' in value) count(value.accessory, counted);
}

function repeated(ids: string[]): Set<string> {
	return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}
