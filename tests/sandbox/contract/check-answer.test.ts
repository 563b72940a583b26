import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../../src/sandbox/contract/check-answer.ts';
import type { RouteTemplate } from '../../../src/sandbox/contract/routes.ts';
import { answer, putCommands, sendMessage } from './judgement.ts';

const user = {
	id: '7',
	username: 'alice',
	discriminator: '0',
	avatar: null,
	global_name: null,
	public_flags: 0,
	flags: 0,
	primary_guild: null,
};
const message = {
	id: '9',
	channel_id: '5',
	type: 0,
	author: user,
	content: 'Hi',
	timestamp: '2026-01-01T00:00:00.000000+00:00',
	edited_timestamp: null,
	tts: false,
	mention_everyone: false,
	mentions: [],
	mention_roles: [],
	attachments: [],
	embeds: [],
	components: [],
	pinned: false,
	flags: 0,
};
const command = {
	id: '3',
	application_id: '1',
	version: '4',
	type: 1,
	name: 'ask',
	description: 'Ask',
	default_member_permissions: null,
};
const getUser = 'GET /users/{user_id}';

describe('checkAnswer()', () => {
	test.each<[string, RouteTemplate, number, unknown]>([
		[
			'the gateway',
			'GET /gateway/bot',
			200,
			{
				url: 'ws://127.0.0.1:1/gw',
				shards: 1,
				session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
			},
		],
		['a user', getUser, 200, user],
		['the bot’s user', 'GET /users/@me', 200, { ...user, bot: true, mfa_enabled: false, locale: 'en-US' }],
		['commands', putCommands, 200, [command]],
		['a new command', 'POST /applications/{application_id}/commands', 201, command],
		['a DM channel', 'POST /users/@me/channels', 200, { id: '5', type: 1, flags: 0, recipients: [user] }],
		['a message', sendMessage, 200, message],
		[
			'a message with components',
			sendMessage,
			200,
			{ ...message, flags: 32768, components: [{ type: 10, id: 1, content: 'a' }] },
		],
		['an acknowledged interaction', answer, 204, undefined],
		[
			'an answered interaction',
			answer,
			200,
			{ interaction: { id: '1', type: 2 }, resource: { type: 4, message } },
		],
		['a refusal', getUser, 404, { message: 'Unknown User', code: 10013 }],
		[
			'a refused form',
			sendMessage,
			400,
			{
				message: 'Invalid Form Body',
				code: 50035,
				errors: { embeds: { 0: { _errors: [{ code: 'A', message: 'b' }] } } },
			},
		],
		['a rate limit', sendMessage, 429, { message: 'Slow down', retry_after: 0.5, global: false }],
		['a failure', sendMessage, 502, '<html>'],
	])('finds no fault with %s', (_case, route, status, body) => {
		expect(checkAnswer(route, status, body)).toEqual([]);
	});

	test.each<[string, RouteTemplate, number, unknown, string[]]>([
		['a missing field', getUser, 200, { ...user, primary_guild: undefined }, ['primary_guild: missing']],
		['an id that is a number', getUser, 200, { ...user, id: 7 }, ['id: 7 is not string']],
		['a wrong status', getUser, 204, undefined, ['status: 204 where Discord answers 200']],
		[
			'a body where there is none',
			'DELETE /channels/{channel_id}/messages/{message_id}',
			204,
			{},
			['body: something where Discord answers 204 with nothing'],
		],
		[
			'a component without a number',
			sendMessage,
			200,
			{ ...message, components: [{ type: 10, content: 'a' }] },
			['components.0.id: missing'],
		],
		[
			'an unknown component',
			sendMessage,
			200,
			{ ...message, components: [{ type: 99 }] },
			['components.0.type: {"type":99} (invalid_union)'],
		],
		[
			'a time that is none',
			sendMessage,
			200,
			{ ...message, timestamp: 'now' },
			['timestamp: "now" is not a datetime'],
		],
		[
			'a type that Discord does not have',
			putCommands,
			200,
			[{ ...command, type: 9 }],
			['0.type: 9 is not one of 1, 2, 3, 4'],
		],
		[
			'an interaction answer without its message',
			answer,
			200,
			{ interaction: { id: '1', type: 2 }, resource: { type: 4 } },
			['resource.message: missing'],
		],
		['a refusal without a code', getUser, 404, { message: 'Unknown User' }, ['code: missing']],
		[
			'a rate limit without a time',
			getUser,
			429,
			{ message: 'Slow down', global: true },
			['retry_after: missing'],
		],
	])('names %s', (_case, route, status, body, departures) => {
		expect(checkAnswer(route, status, body)).toEqual(departures);
	});
});
