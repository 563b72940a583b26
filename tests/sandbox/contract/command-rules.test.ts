import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgement, putCommands } from './judgement.ts';

const command = { name: 'ask', description: 'Ask away' };
const choice = { name: 'Sleep', value: 'sleep' };

function option(name: string, more: object = {}) {
	return { type: 3, name, description: 'Say more', ...more };
}

function subcommand(name: string, options: object[] = []) {
	return { type: 1, name, description: 'Part', options };
}

function withOptions(...options: object[]) {
	return [{ ...command, options }];
}

function named(type: number, count: number) {
	return Array.from({ length: count }, (_, index) => ({
		type,
		name: `c${index}`,
		...(type === 1 ? { description: 'd' } : {}),
	}));
}

describe('a command list', () => {
	test.each([
		['a chat command', [command]],
		[
			'names in any script',
			[
				{ ...command, name: 'क्या-गुट' },
				{ ...command, name: 'ผิว' },
			],
		],
		['a name of 32 characters', [{ ...command, name: 'a'.repeat(32) }]],
		['one number to choose from', withOptions({ ...option('a'), type: 4, min_value: 1, max_value: 1 })],
		['a user menu with a name in words', [{ type: 2, name: 'Report This Member' }]],
		['a menu and a command of one name', [command, { type: 2, name: 'ask' }]],
		['100 commands and 15 menus of each kind', [...named(1, 100), ...named(2, 15), ...named(3, 15)]],
		['permissions written as text', [{ ...command, default_member_permissions: '32' }]],
		['places and kinds of install', [{ ...command, contexts: [0, 1, 2], integration_types: [0, 1] }]],
		[
			'languages',
			[{ ...command, name_localizations: { de: 'frage' }, description_localizations: { de: 'Frag los' } }],
		],
		[
			'sub-commands and groups',
			withOptions(subcommand('edit', [option('entry')]), {
				type: 2,
				name: 'more',
				description: 'd',
				options: [subcommand('undo')],
			}),
		],
		['a required option before others', withOptions(option('a', { required: true }), option('b'))],
		[
			'autocomplete with an empty list of choices',
			withOptions(option('a', { autocomplete: true, choices: [] })),
		],
	])('may hold %s', (_case, commands) => {
		expect(judgement(putCommands, commands)).toBe('accepted');
	});

	test.each([
		['an upper-case name', [{ ...command, name: 'Ask' }], '0.name APPLICATION_COMMAND_INVALID_NAME'],
		['a name of two words', [{ ...command, name: 'ask me' }], '0.name APPLICATION_COMMAND_INVALID_NAME'],
		['a name above 32 characters', [{ ...command, name: 'a'.repeat(33) }], '0.name BASE_TYPE_BAD_LENGTH'],
		[
			'an upper-case name in another language',
			[{ ...command, name_localizations: { de: 'Frage' } }],
			'0.name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
		],
		[
			'an unknown language',
			[{ ...command, description_localizations: { xx: 'x' } }],
			'0.description_localizations ENUM_TYPE_COERCE',
		],
		['no description', [{ name: 'ask' }], '0.description BASE_TYPE_REQUIRED'],
		[
			'a description above 100 characters',
			[{ ...command, description: 'd'.repeat(101) }],
			'0.description BASE_TYPE_MAX_LENGTH',
		],
		[
			'a described menu',
			[{ type: 2, name: 'Report', description: 'd' }],
			'0.description APPLICATION_COMMAND_DESCRIPTION_INVALID',
		],
		[
			'a menu with options',
			[{ type: 3, name: 'Save', options: [option('a')] }],
			'0.options APPLICATION_COMMAND_OPTIONS_INVALID',
		],
		['one name twice', [command, command], '1 APPLICATION_COMMANDS_DUPLICATE_NAME'],
		['101 chat commands', named(1, 101), '30032'],
		['16 user menus', named(2, 16), '30032'],
		['16 message menus', named(3, 16), '30032'],
		['131 commands', [...named(1, 101), ...named(2, 15), ...named(3, 15)], 'body BASE_TYPE_MAX_LENGTH'],
		[
			'26 options',
			withOptions(...Array.from({ length: 26 }, (_, index) => option(`o${index}`))),
			'0.options BASE_TYPE_MAX_LENGTH',
		],
		[
			'an upper-case option',
			withOptions(option('Entry')),
			'0.options.0.name APPLICATION_COMMAND_INVALID_NAME',
		],
		[
			'one option twice',
			withOptions(option('a'), option('a')),
			'0.options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
		],
		[
			'an undescribed option',
			withOptions({ type: 3, name: 'a' }),
			'0.options.0.description BASE_TYPE_REQUIRED',
		],
		[
			'an option of no known type',
			withOptions({ ...option('a'), type: 12 }),
			'0.options.0 UNION_TYPE_CHOICES',
		],
		[
			'a required option after another',
			withOptions(option('a'), option('b', { required: true })),
			'0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
		],
		[
			'a required option after another, one level down',
			withOptions(subcommand('s', [option('a'), option('b', { required: true })])),
			'0.options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
		],
		[
			'a sub-command beside an option',
			withOptions(subcommand('s'), option('a')),
			'0.options.1 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
		],
		[
			'a group in a sub-command',
			withOptions({ ...subcommand('s'), options: [{ type: 2, name: 'g', description: 'd' }] }),
			'0.options.0.options.0 UNION_TYPE_CHOICES',
		],
		[
			'choices and autocomplete',
			withOptions(option('a', { autocomplete: true, choices: [choice] })),
			'0.options.0 APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
		],
		[
			'26 choices',
			withOptions(
				option('a', {
					choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: 'v' })),
				}),
			),
			'0.options.0.choices BASE_TYPE_MAX_LENGTH',
		],
		[
			'one choice twice',
			withOptions(option('a', { choices: [choice, choice] })),
			'0.options.0.choices.1 APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
		],
		[
			'at least more than at most',
			withOptions({ ...option('a'), type: 4, min_value: 2, max_value: 1 }),
			'0.options.0.max_value NUMBER_TYPE_MIN',
		],
		['no place at all', [{ ...command, contexts: [] }], '0.contexts BASE_TYPE_MIN_LENGTH'],
	])('is refused with %s', (_case, commands, verdict) => {
		expect(judgement(putCommands, commands)).toBe(verdict);
	});

	test('counts the longest language of each text towards 8,000 characters', () => {
		// 25 choices of 100 + 219 characters, and 3 characters besides the description of their option.
		const choices = (value: number) =>
			Array.from({ length: 25 }, (_, index) => ({
				name: `${index}`,
				name_localizations: { de: String(index).padEnd(100, 'n') },
				value: 'v'.repeat(value),
			}));
		const commands = (spare: number) => [
			{
				name: 'a',
				description: 'd',
				options: [{ type: 3, name: 'o', description: 'd'.repeat(spare), choices: choices(219) }],
			},
		];
		expect(judgement(putCommands, commands(22))).toBe('accepted');
		expect(judgement(putCommands, commands(23))).toBe('0 APPLICATION_COMMAND_TOO_LARGE');
	});

	test('is accepted whatever valid names and texts it has, until one name is a character too long', () => {
		const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,31}$/);
		const description = fc.string({ minLength: 1, maxLength: 100 });
		const options = fc.uniqueArray(
			fc.record({ type: fc.constantFrom(3, 4, 5, 6, 7, 8, 9, 10, 11), name, description }),
			{
				selector: (each) => each.name,
				maxLength: 25,
			},
		);
		const commands = fc.uniqueArray(fc.record({ name, description, options }), {
			selector: (each) => each.name,
			minLength: 1,
			maxLength: 10,
		});
		fc.assert(
			fc.property(commands, (list) => {
				expect(judgement(putCommands, list)).toBe('accepted');
				const [first, ...others] = list;
				const stretched = { ...first, name: first?.name.padEnd(33, 'x') };
				expect(judgement(putCommands, [...others, stretched])).toBe(
					`${others.length}.name BASE_TYPE_BAD_LENGTH`,
				);
			}),
			{ numRuns: 30 },
		);
	});
});

describe('a change to a command', () => {
	const patch = 'PATCH /applications/{application_id}/commands/{command_id}';

	test.each([
		['nothing', {}, 'accepted'],
		['a menu’s name in words', { name: 'Report This' }, 'accepted'],
		[
			'options in a wrong order',
			{ options: [option('a'), option('b', { required: true })] },
			'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
		],
	])('of %s is judged by what it holds', (_case, body, verdict) => {
		expect(judgement(patch, body)).toBe(verdict);
	});
});
