import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { compareCommands } from '../../src/discord/compare-commands.ts';

const ours = commands.map(({ data }) => data);

/** Discord's answer to our list: the same with ids and versions, and its own defaults filled in. */
function asDiscordHasThem() {
	return ours.map((command, index) => ({
		id: String(index + 1),
		application_id: '1',
		version: '99',
		default_member_permissions: null,
		name_localizations: null,
		description_localizations: null,
		nsfw: false,
		...structuredClone(command),
	}));
}

const none = { added: [], changed: [], removed: [] };

describe('compareCommands()', () => {
	test('finds no difference in what Discord has added by itself', () => {
		expect(compareCommands(ours, asDiscordHasThem())).toEqual(none);
	});

	test('does not mind the order of contexts, nor that defaults are left out', () => {
		const theirs = asDiscordHasThem().map((command) => ({
			...command,
			contexts: [...command.contexts].reverse(),
			nsfw: undefined,
		}));
		expect(compareCommands(ours, theirs)).toEqual(none);
	});

	test('names what is new, what changed and what is gone', () => {
		const [first, ...rest] = asDiscordHasThem();
		const changed = rest.map((command) =>
			command.name === 'help' ? { ...command, description: 'Old' } : command,
		);
		const theirs = [...changed, { ...first, name: 'faq' }];
		expect(compareCommands(ours, theirs)).toEqual({ added: ['/ask'], changed: ['/help'], removed: ['/faq'] });
	});

	test('sees a change deep inside an option', () => {
		const theirs = asDiscordHasThem().map((command) =>
			command.name === 'ask'
				? JSON.parse(JSON.stringify(command).replace('"max_length":300', '"max_length":200'))
				: command,
		);
		expect(compareCommands(ours, theirs)).toEqual({ ...none, changed: ['/ask'] });
	});

	test('tells a menu from a slash command of the same name', () => {
		const menu = { name: 'help', type: 3 };
		expect(compareCommands(ours, [...asDiscordHasThem(), menu]).removed).toEqual(['help (message menu)']);
	});
});
