import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './imports.ts';

const FEATURES = ['faq', 'safety', 'nudges', 'habits', 'moderation', 'privacy'];
const DISCORD_LIBRARIES = ['discord.js', 'discord-api-types/v10', '@discordjs/rest', 'discord-api-spec/zod'];

/** What each room may import, besides itself and packages. A room is a folder, or a file straight under `src`. */
const MAY_IMPORT: Record<string, string[]> = {
	'src/core': [],
	'src/redis': ['src/core'],
	'src/ops': ['src/core'],
	'src/config.ts': ['src/core', 'src/redis'],
	'src/sandbox': [],
	...Object.fromEntries(FEATURES.map((feature) => [`src/${feature}`, ['src/core', 'src/redis']])),
	'src/app.ts': ['src/core', ...FEATURES.map((feature) => `src/${feature}`)],
	'src/discord': ['src/core', 'src/ops', 'src/app.ts'],
	commands: ['src/discord', 'src/core', 'src/app.ts', ...FEATURES.map((feature) => `src/${feature}`)],
};

function roomOf(file: string): string {
	if (file.startsWith('commands/')) return 'commands';
	const [top = '', next = ''] = file.split('/');
	return `${top}/${next}`;
}

const files = [...sourceFiles('src'), ...sourceFiles('commands')];

describe('the house', () => {
	test('has its sources where they are looked for', () => {
		expect(files).toContain('src/main.ts');
		expect(files.length).toBeGreaterThan(50);
	});

	test.each(Object.entries(MAY_IMPORT))('%s imports nothing but %j', (room, allowed) => {
		const strays = files
			.filter((file) => roomOf(file) === room)
			.flatMap((file) => importsOf(file).map((target) => ({ file, target })))
			.filter(({ target }) => /^(src|commands|content|tests|scripts)\//.test(target))
			.filter(({ target }) => roomOf(target) !== room && !allowed.includes(roomOf(target)));
		expect(strays).toEqual([]);
	});

	test('knows Discord’s libraries in src/discord, the commands’ data and the local Discord only', () => {
		const knowing = files.filter((file) =>
			importsOf(file).some((target) => DISCORD_LIBRARIES.includes(target)),
		);
		const strays = knowing.filter(
			(file) => !['src/discord', 'src/sandbox', 'commands'].includes(roomOf(file)),
		);
		expect(strays).toEqual([]);
	});

	test('builds the local Discord from no client library', () => {
		const strays = files.filter(
			(file) => roomOf(file) === 'src/sandbox' && importsOf(file).includes('discord.js'),
		);
		expect(strays).toEqual([]);
	});

	test('has no file that imports itself in a circle', () => {
		const imports = new Map(
			files.map((file) => [file, importsOf(file).filter((target) => files.includes(target))]),
		);
		const done = new Set<string>();
		const circles: string[] = [];
		const walk = (file: string, path: string[]) => {
			if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
			if (path.includes(file) || done.has(file)) return;
			for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
			done.add(file);
		};
		for (const file of files) walk(file, []);
		expect(circles).toEqual([]);
	});

	test.each(['src/main.ts', 'src/gutsy.ts'])('lets no room import %s, which wires them', (wiring) => {
		const strays = files.filter((file) => file !== 'src/main.ts' && importsOf(file).includes(wiring));
		expect(strays).toEqual([]);
	});
});
