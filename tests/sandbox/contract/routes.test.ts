import { describe, expect, test } from 'vitest';
import { matchRoute } from '../../../src/sandbox/contract/routes.ts';

describe('matchRoute()', () => {
	test.each([
		['GET', '/gateway/bot', 'GET /gateway/bot', {}],
		['GET', '/users/@me', 'GET /users/@me', {}],
		['GET', '/users/7', 'GET /users/{user_id}', { user_id: '7' }],
		[
			'PUT',
			'/applications/1/commands',
			'PUT /applications/{application_id}/commands',
			{ application_id: '1' },
		],
		[
			'PATCH',
			'/applications/1/guilds/2/commands/3',
			'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}',
			{ application_id: '1', guild_id: '2', command_id: '3' },
		],
		[
			'DELETE',
			'/webhooks/1/tok/messages/@original',
			'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original',
			{ webhook_id: '1', webhook_token: 'tok' },
		],
		[
			'GET',
			'/webhooks/1/tok/messages/9',
			'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
			{ webhook_id: '1', webhook_token: 'tok', message_id: '9' },
		],
	])('finds %s %s', (method, path, route, params) => {
		expect(matchRoute(method, path)).toEqual({ route, params });
	});

	test.each([
		['an unknown path', 'GET', '/voice/regions'],
		['a method the path does not have', 'DELETE', '/gateway/bot'],
		['a path with a piece too many', 'GET', '/channels/1/messages/2/crosspost'],
		['an empty parameter', 'GET', '/channels/'],
	])('knows no route for %s', (_case, method, path) => {
		expect(matchRoute(method, path)).toBeUndefined();
	});
});
