import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType } from 'discord-api-types/v10';

/** What would change at Discord, by command name. */
export interface CommandDifferences {
	added: string[];
	changed: string[];
	removed: string[];
}

/** A command, ours or as Discord has it; the other fields are only ever compared. */
interface Command {
	name: string;
	type?: number | undefined;
}

/** Holds our commands against those that Discord has. Fields that Discord fills in by itself do not count. */
export function compareCommands(ours: readonly Command[], theirs: readonly Command[]): CommandDifferences {
	const before = new Map(theirs.map((command) => [nameOf(command), comparable(command)]));
	const after = new Map(ours.map((command) => [nameOf(command), comparable(command)]));
	const names = [...after.keys()];
	return {
		added: names.filter((name) => !before.has(name)),
		changed: names.filter(
			(name) => before.has(name) && !isDeepStrictEqual(before.get(name), after.get(name)),
		),
		removed: [...before.keys()].filter((name) => !after.has(name)),
	};
}

const MARKS: Record<number, string> = {
	[ApplicationCommandType.User]: ' (user menu)',
	[ApplicationCommandType.Message]: ' (message menu)',
};

function nameOf({ name, type = ApplicationCommandType.ChatInput }: Command): string {
	const mark = MARKS[type];
	return mark ? `${name}${mark}` : `/${name}`;
}

/** What we decide about a command. Discord adds ids and versions to the rest, and drops or fills what has its default. */
const OURS = new Set([
	'name',
	'description',
	'type',
	'options',
	'required',
	'autocomplete',
	'choices',
	'value',
	'min_length',
	'max_length',
	'min_value',
	'max_value',
	'channel_types',
	'default_member_permissions',
	'contexts',
	'integration_types',
	'nsfw',
	'name_localizations',
	'description_localizations',
]);

/** Lists whose order means nothing. */
const UNORDERED = new Set(['contexts', 'integration_types', 'channel_types']);

function comparable(value: unknown, key = ''): unknown {
	if (Array.isArray(value)) {
		const items = value.map((item) => comparable(item));
		return UNORDERED.has(key) ? items.map(Number).sort((a, b) => a - b) : items;
	}
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value)
		.filter(([name, field]) => (OURS.has(name) || key.endsWith('_localizations')) && !isDefault(name, field))
		.map(([name, field]) => [name, comparable(field, name)] as const)
		.sort(([a], [b]) => a.localeCompare(b));
	return Object.fromEntries(entries);
}

function isDefault(name: string, field: unknown): boolean {
	if (field === undefined || field === null || field === false || field === '') return true;
	if (name === 'type') return field === ApplicationCommandType.ChatInput;
	return typeof field === 'object' && Object.keys(field).length === 0;
}
