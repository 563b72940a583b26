import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ROOT } from './imports.ts';

const named = commands.map(({ data }) => [data.name, data] as const);

/** Every text of a command that Discord counts: names, descriptions, choices, at all depths. */
function countedText(value: unknown): number {
	if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countedText(item), 0);
	if (typeof value !== 'object' || value === null) return 0;
	return Object.entries(value).reduce((sum, [key, field]) => {
		if (typeof field === 'string' && ['name', 'description', 'value'].includes(key))
			return sum + field.length;
		return sum + countedText(field);
	}, 0);
}

describe('the commands', () => {
	test('are one a file, and all of them are listed', () => {
		const files = readdirSync(join(ROOT, 'commands')).filter(
			(file) => file.endsWith('.ts') && file !== 'index.ts',
		);
		const fileOf = (name: string) => name.toLowerCase().replaceAll(' the ', ' ').replaceAll(' ', '-');
		expect(files.map((file) => file.replace(/\.ts$/, '')).sort()).toEqual(
			named.map(([name]) => fileOf(name)).sort(),
		);
	});

	test('do not share a name', () => {
		const keys = named.map(([name, { type = ApplicationCommandType.ChatInput }]) => `${type}:${name}`);
		expect(new Set(keys).size).toBe(keys.length);
	});

	test('do not share a route', () => {
		const routes = commands.flatMap((command) => command.routes.map(({ name }) => name));
		expect(new Set(routes).size).toBe(routes.length);
	});

	test.each(named)('/%s stays within the 8,000 characters of Discord', (_name, data) => {
		expect(countedText(data)).toBeLessThanOrEqual(8_000);
	});

	test.each(named)('/%s says where it is offered', (_name, { contexts, integration_types }) => {
		expect(contexts.length).toBeGreaterThan(0);
		expect(integration_types.length).toBeGreaterThan(0);
	});

	test.each(named.filter(([name]) => name.endsWith('-admin')))(
		'/%s is for moderators, in servers only',
		(_name, data) => {
			expect(data).toMatchObject({ contexts: [0], integration_types: [0], default_member_permissions: '32' });
		},
	);
});
