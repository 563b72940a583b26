import { answerJson } from '../http/answer.ts';
import type { Routes } from '../http/route.ts';
import { refuse } from '../refusal.ts';
import { renderApplication, renderSelf, renderUser } from '../render/user.ts';
import type { RouteParts } from './parts.ts';

const identifiesPerDay = 1000;
const day = 24 * 60 * 60 * 1000;

/** Who the bot is, where its gateway is, and who others are. */
export function selfRoutes({ store, traffic, gatewayUrl, applicationId, botUserId }: RouteParts) {
	const bot = () => {
		const user = store.users.get(botUserId);
		if (!user) throw refuse('unknownUser');
		return user;
	};
	const application = {
		handle: () => answerJson(renderApplication(applicationId, bot(), bot(), store.guilds.size)),
	};

	return {
		'GET /gateway/bot': {
			handle: () =>
				answerJson({
					url: gatewayUrl,
					shards: 1,
					session_start_limit: {
						total: identifiesPerDay,
						remaining: Math.max(0, identifiesPerDay - traffic.identifies),
						reset_after: day,
						max_concurrency: 1,
					},
				}),
		},
		'GET /users/@me': { handle: () => answerJson(renderSelf(bot())) },
		'GET /users/{user_id}': {
			handle(request) {
				const user = store.users.get(request.param('user_id'));
				if (!user) throw refuse('unknownUser');
				return answerJson(renderUser(user));
			},
		},
		'GET /applications/@me': application,
		'GET /oauth2/applications/@me': application,
	} satisfies Partial<Routes>;
}
