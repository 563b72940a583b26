import { describe, expect, test } from 'vitest';
import type { RequestContext } from '../../../src/sandbox/contract/check-request.ts';
import { checkRequest } from '../../../src/sandbox/contract/check-request.ts';
import type { RouteTemplate } from '../../../src/sandbox/contract/routes.ts';
import {
	answer,
	editMessage,
	editReply,
	followUp,
	judgement,
	putCommands,
	sendMessage,
} from './judgement.ts';

const command = { name: 'ask', description: 'Ask about gut and skin' };

describe('checkRequest()', () => {
	test.each<[string, RouteTemplate, unknown, RequestContext]>([
		['a list of commands', putCommands, [command], {}],
		['an empty list of commands', putCommands, [], {}],
		['one command', 'POST /applications/{application_id}/commands', command, {}],
		[
			'part of a command',
			'PATCH /applications/{application_id}/commands/{command_id}',
			{ description: 'New' },
			{},
		],
		['a server command list', 'PUT /applications/{application_id}/guilds/{guild_id}/commands', [command], {}],
		['a server command', 'POST /applications/{application_id}/guilds/{guild_id}/commands', command, {}],
		[
			'part of a server command',
			'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}',
			{ name: 'ask-me' },
			{},
		],
		['opening a DM', 'POST /users/@me/channels', { recipient_id: '123' }, {}],
		['a message', sendMessage, { content: 'Hello', nonce: 'job-1', enforce_nonce: true }, {}],
		['an upload without a body', sendMessage, undefined, { fileCount: 1 }],
		['a message edit', editMessage, { content: 'Hello again', components: [] }, { isEdit: true }],
		['a reply', answer, { type: 4, data: { content: 'Hi', flags: 64 } }, { interactionKind: 'command' }],
		['a defer', answer, { type: 5, data: { flags: 64 } }, { interactionKind: 'command' }],
		['a defer without data', answer, { type: 5 }, { interactionKind: 'modal' }],
		['a deferred update', answer, { type: 6 }, { interactionKind: 'component', fromMessage: true }],
		['an update', answer, { type: 7, data: { content: 'Done' } }, { interactionKind: 'component' }],
		['suggestions', answer, { type: 8, data: { choices: [] } }, { interactionKind: 'autocomplete' }],
		['a follow-up', followUp, { content: 'And', flags: 64 }, {}],
		['a follow-up that fills a defer', followUp, { content: 'And' }, { isEdit: true }],
		['an edit of the reply', editReply, { content: 'Better' }, { isEdit: true }],
		[
			'an edit of a follow-up',
			'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
			{ embeds: [{ title: 'A' }] },
			{ isEdit: true },
		],
		['a request that has no body', 'POST /channels/{channel_id}/typing', undefined, {}],
	])('accepts %s', (_case, route, body, context) => {
		expect(judgement(route, body, context)).toBe('accepted');
	});

	test.each([
		['ids as integers', { content: 'a', message_reference: { message_id: 123 } }],
		['integers as text', { components: [{ type: 10, content: 'a' }], flags: '32768' }],
		['an integer nonce', { content: 'a', nonce: 12345 }],
		['fields it does not know', { content: 'a', shiny: true }],
		['null for what is absent', { content: 'a', embeds: null, components: null, allowed_mentions: null }],
		['a time with an offset', { embeds: [{ title: 'a', timestamp: '2026-01-01T00:00:00+00:00' }] }],
	])('accepts %s, as Discord does', (_case, body) => {
		expect(judgement(sendMessage, body)).toBe('accepted');
	});

	test.each([
		['text that is no text', { content: 5 }, 'content STRING_TYPE_CONVERT'],
		['a list that is no list', { embeds: 'a' }, 'embeds LIST_TYPE_CONVERT'],
		['an object that is no object', { poll: 'a' }, 'poll MODEL_TYPE_CONVERT'],
		['a body that is no object', [], 'body MODEL_TYPE_CONVERT'],
		['a flag that is no boolean', { tts: 'yes' }, 'tts BOOLEAN_TYPE_CONVERT'],
		['a number that is no number', { flags: 'many' }, 'flags NUMBER_TYPE_COERCE'],
		['a nonce above 25 characters', { content: 'a', nonce: 'n'.repeat(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
		['an id that is no id', { sticker_ids: ['one'] }, 'sticker_ids.0 NUMBER_TYPE_COERCE'],
		['an address that is none', { embeds: [{ url: 'nowhere' }] }, 'embeds.0.url URL_TYPE_INVALID_URL'],
		['a time that is none', { embeds: [{ timestamp: 'now' }] }, 'embeds.0.timestamp DATE_TIME_TYPE_PARSE'],
		['a colour below black', { embeds: [{ color: -1 }] }, 'embeds.0.color NUMBER_TYPE_MIN'],
		['a colour above white', { embeds: [{ color: 16777216 }] }, 'embeds.0.color NUMBER_TYPE_MAX'],
		[
			'a missing field',
			{ poll: { answers: [{ poll_media: { text: 'a' } }] } },
			'poll.question BASE_TYPE_REQUIRED',
		],
		[
			'a mention of no known kind',
			{ allowed_mentions: { parse: ['all'] } },
			'allowed_mentions.parse.0 BASE_TYPE_CHOICES',
		],
	])('refuses %s at its path', (_case, body, verdict) => {
		expect(judgement(sendMessage, body)).toBe(verdict);
	});

	test.each([
		['without a recipient', {}, 'recipient_id BASE_TYPE_REQUIRED'],
		['with a recipient that is no id', { recipient_id: 'alice' }, 'recipient_id NUMBER_TYPE_COERCE'],
	])('refuses to open a DM %s', (_case, body, verdict) => {
		expect(judgement('POST /users/@me/channels', body)).toBe(verdict);
	});

	test('says what is wrong in Discord’s words', () => {
		expect(checkRequest(answer, { type: 4, data: { content: 'a'.repeat(2001) } }, {})).toEqual({
			status: 400,
			code: 50035,
			message: 'Invalid Form Body',
			errors: {
				data: {
					content: {
						_errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }],
					},
				},
			},
		});
	});
});
