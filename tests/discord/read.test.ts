import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { callerOf, holds } from '../../src/discord/caller.ts';
import { readFields, readValues } from '../../src/discord/read-fields.ts';
import { focusedOption, readOptions } from '../../src/discord/read-options.ts';
import { readShown } from '../../src/discord/read-shown.ts';
import { readTarget } from '../../src/discord/read-target.ts';
import { aMember, NOW } from '../support/a-member.ts';
import { anInteraction } from '../support/an-interaction.ts';

const topics = { type: Type.String as const, name: 'topics', value: 'sleep' };

describe('readOptions()', () => {
	test('gives names and values', () => {
		expect(readOptions([topics, { type: Type.Boolean, name: 'share', value: true }])).toEqual({
			topics: 'sleep',
			share: true,
		});
	});

	test('names the sub-command', () => {
		expect(readOptions([{ type: Type.Subcommand, name: 'start', options: [topics] }])).toEqual({
			subcommand: 'start',
			topics: 'sleep',
		});
	});

	test('names the group and the sub-command in it', () => {
		const options = [
			{
				type: Type.SubcommandGroup as const,
				name: 'topics',
				options: [{ type: Type.Subcommand as const, name: 'add', options: [topics] }],
			},
		];
		expect(readOptions(options)).toEqual({ group: 'topics', subcommand: 'add', topics: 'sleep' });
	});

	test('gives channels and roles as Discord tells of them', () => {
		const options = [
			{ type: Type.Channel as const, name: 'channel', value: '800' },
			{ type: Type.Role as const, name: 'role', value: '555' },
		];
		const { resolved } = JSON.parse(
			'{"resolved":{"channels":{"800":{"id":"800","type":0}},"roles":{"555":{"id":"555","permissions":"0"}}}}',
		);
		expect(readOptions([{ type: Type.Subcommand, name: 'start', options }], resolved)).toEqual({
			subcommand: 'start',
			channel: { id: '800', type: 0 },
			role: { id: '555', permissions: '0' },
		});
		expect(readOptions(options)).toEqual({ channel: undefined, role: undefined });
	});

	test('gives nothing for a command without options', () => {
		expect(readOptions(undefined)).toEqual({});
	});
});

describe('focusedOption()', () => {
	test('finds what is being typed, also inside a sub-command', () => {
		const typing = { type: Type.String as const, name: 'timezone', value: 'ber', focused: true };
		expect(focusedOption([{ type: Type.Subcommand, name: 'start', options: [topics, typing] }])).toEqual({
			name: 'timezone',
			typed: 'ber',
		});
	});
});

describe('readFields()', () => {
	test('gives what was filled in by field name, in labels as well as in rows', () => {
		const labelled = { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'title', value: 'A title' } };
		const chosen = { type: 18, id: 3, component: { type: 3, id: 4, custom_id: 'topic', values: ['sleep'] } };
		const row = { type: 1, id: 5, components: [{ type: 4, id: 6, custom_id: 'note', value: 'old style' }] };
		const data = { custom_id: 'x', components: [labelled, chosen, row] };
		expect(readFields(JSON.parse(JSON.stringify(data)))).toEqual({
			title: 'A title',
			topic: ['sleep'],
			note: 'old style',
		});
	});
});

describe('readValues()', () => {
	test('gives what was chosen in a select, and nothing for a button', () => {
		expect(readValues({ custom_id: 'x', component_type: 3, values: ['a', 'b'] })).toEqual({
			values: ['a', 'b'],
		});
		expect(readValues({ custom_id: 'x', component_type: 2 })).toEqual({});
	});
});

describe('readShown()', () => {
	test('gives the texts of a message by their number', () => {
		const components = [
			{ type: 10, id: 1, content: 'First' },
			{ type: 17, id: 2, components: [{ type: 10, id: 3, content: 'Inside' }] },
			{ type: 10, id: 77, content: '> a question' },
		];
		expect(readShown(JSON.parse(JSON.stringify({ components })))).toEqual({ 1: 'First', 77: '> a question' });
		expect(readShown({})).toEqual({});
	});
});

describe('readTarget()', () => {
	test('gives the message that a menu was opened on', () => {
		const data = {
			id: '1',
			type: 3,
			name: 'Answer',
			target_id: '5',
			resolved: { messages: { 5: { id: '5', content: 'Why?' } } },
		};
		expect(readTarget(JSON.parse(JSON.stringify(data)))).toEqual({ messageId: '5', content: 'Why?' });
	});
});

describe('callerOf()', () => {
	const base = { type: 2, data: {} };

	test('knows the server where Gutsy is installed', () => {
		expect(callerOf(anInteraction(base), NOW)).toEqual(aMember({ permissions: 0n }));
	});

	test('takes no server’s wordings where Gutsy is only the member’s own install', () => {
		const own = { ...base, authorizing_integration_owners: { 1: '700' } };
		expect(callerOf(anInteraction(own), NOW).guildId).toBeUndefined();
	});

	test('finds the user of a direct message', () => {
		const dm = { ...base, member: undefined, user: { id: '712', username: 'ben' }, guild_id: undefined };
		expect(callerOf(anInteraction(dm), NOW)).toMatchObject({
			userId: '712',
			guildId: undefined,
			permissions: 0n,
		});
	});
});

describe('holds()', () => {
	const MANAGE_GUILD = 32n;
	test.each([
		['nothing', 0n, false],
		['the permission', 32n | 4n, true],
		['Administrator', 8n, true],
		['another permission', 16n, false],
	])('with %s', (_what, permissions, expected) => {
		expect(holds(aMember({ permissions }), MANAGE_GUILD)).toBe(expected);
		expect(holds(aMember({ permissions, guildId: undefined }), MANAGE_GUILD)).toBe(false);
	});
});
