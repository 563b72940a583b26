import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseConfig } from '../../src/config.ts';
import { ROOT } from './imports.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const example = read('.env.example');
const readme = read('README.md');

const variables = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');

describe('the documents', () => {
	test('list every variable that has a default in the example', () => {
		const { PATH: _setByTheSystem, ...ours } = parseConfig({});
		expect(variables).toEqual(expect.arrayContaining(Object.keys(ours)));
		expect(variables).toEqual(expect.arrayContaining(['DISCORD_TOKEN', 'REDIS_URL']));
	});

	test.each(variables)('explain %s in the README', (name) => {
		expect(readme).toContain(`\`${name}\``);
	});

	test.each(
		commands.map(({ data }) => (data.type === ApplicationCommandType.Message ? data.name : `/${data.name}`)),
	)('mention %s in the README', (name) => {
		expect(readme).toContain(name);
	});

	test('name scripts that exist', () => {
		const { scripts } = JSON.parse(read('package.json'));
		const used = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
		expect(used.filter((name) => !(name in scripts))).toEqual([]);
		expect(used.length).toBeGreaterThan(0);
	});
});
