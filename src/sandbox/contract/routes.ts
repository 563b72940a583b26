/** The bot-side endpoints that the local Discord knows, as Discord's documentation writes them. */
const routeTemplates = [
	'GET /gateway/bot',
	'GET /users/@me',
	'GET /users/@me/guilds',
	'GET /users/{user_id}',
	'GET /applications/@me',
	'GET /oauth2/applications/@me',
	'GET /applications/{application_id}/commands',
	'PUT /applications/{application_id}/commands',
	'POST /applications/{application_id}/commands',
	'GET /applications/{application_id}/commands/{command_id}',
	'PATCH /applications/{application_id}/commands/{command_id}',
	'DELETE /applications/{application_id}/commands/{command_id}',
	'GET /applications/{application_id}/guilds/{guild_id}/commands',
	'PUT /applications/{application_id}/guilds/{guild_id}/commands',
	'POST /applications/{application_id}/guilds/{guild_id}/commands',
	'GET /applications/{application_id}/guilds/{guild_id}/commands/{command_id}',
	'PATCH /applications/{application_id}/guilds/{guild_id}/commands/{command_id}',
	'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}',
	'POST /users/@me/channels',
	'GET /channels/{channel_id}',
	'GET /channels/{channel_id}/messages',
	'POST /channels/{channel_id}/messages',
	'GET /channels/{channel_id}/messages/{message_id}',
	'PATCH /channels/{channel_id}/messages/{message_id}',
	'DELETE /channels/{channel_id}/messages/{message_id}',
	'POST /channels/{channel_id}/typing',
	'GET /guilds/{guild_id}',
	'GET /guilds/{guild_id}/members/{user_id}',
	'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}',
	'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}',
	'GET /guilds/{guild_id}/roles/{role_id}',
	'POST /interactions/{interaction_id}/{interaction_token}/callback',
	'POST /webhooks/{webhook_id}/{webhook_token}',
	'GET /webhooks/{webhook_id}/{webhook_token}/messages/@original',
	'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original',
	'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original',
	'GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
	'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
	'DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
] as const;

export type RouteTemplate = (typeof routeTemplates)[number];

export interface RouteMatch {
	route: RouteTemplate;
	params: Record<string, string>;
}

interface Pattern {
	route: RouteTemplate;
	method: string;
	segments: string[];
}

// Literal segments (`@me`, `@original`) win over parameters because they come first in the list above.
const patterns: Pattern[] = routeTemplates.map((route) => {
	const [method = '', template = ''] = route.split(' ');
	return { route, method, segments: template.split('/') };
});

/** Finds the endpoint of a request; `decodedPath` begins behind `/api/v10` and holds no query. */
export function matchRoute(method: string, decodedPath: string): RouteMatch | undefined {
	const segments = decodedPath.split('/');
	for (const pattern of patterns) {
		if (pattern.method !== method) continue;
		const params = matchSegments(pattern.segments, segments);
		if (params) return { route: pattern.route, params };
	}
	return undefined;
}

function matchSegments(template: string[], segments: string[]): Record<string, string> | undefined {
	if (template.length !== segments.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, expected] of template.entries()) {
		const actual = segments[index] ?? '';
		if (!expected.startsWith('{')) {
			if (expected !== actual) return undefined;
		} else if (actual === '') {
			return undefined;
		} else {
			params[expected.slice(1, -1)] = actual;
		}
	}
	return params;
}
