import { checkRequest, type RequestContext } from '../../../src/sandbox/contract/check-request.ts';
import type { RouteTemplate } from '../../../src/sandbox/contract/routes.ts';

export const sendMessage = 'POST /channels/{channel_id}/messages';
export const editMessage = 'PATCH /channels/{channel_id}/messages/{message_id}';
export const answer = 'POST /interactions/{interaction_id}/{interaction_token}/callback';
export const followUp = 'POST /webhooks/{webhook_id}/{webhook_token}';
export const editReply = 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original';
export const putCommands = 'PUT /applications/{application_id}/commands';

/** The verdict in one line: `accepted`, `path CODE` for each complaint about the form, or the error's code. */
export function judgement(route: RouteTemplate, body: unknown, context: RequestContext = {}): string {
	const error = checkRequest(route, body, context);
	if (!error) return 'accepted';
	return error.errors ? complaints(error.errors, []).join(', ') : String(error.code);
}

function complaints(tree: unknown, path: string[]): string[] {
	if (typeof tree !== 'object' || tree === null) return [];
	return Object.entries(tree).flatMap(([key, value]) =>
		key === '_errors' && Array.isArray(value)
			? value.map(({ code }) => `${path.join('.') || 'body'} ${code}`)
			: complaints(value, [...path, key]),
	);
}
