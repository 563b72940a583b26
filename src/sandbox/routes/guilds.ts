import { z } from 'zod';
import { answerJson } from '../http/answer.ts';
import type { ApiRequest, Routes } from '../http/route.ts';
import { refuse } from '../refusal.ts';
import { renderGuild, renderMember, renderOwnGuild } from '../render/guild.ts';
import { bySnowflake } from '../snowflakes.ts';
import type { Guild } from '../store/state.ts';
import { memberOf, type Store } from '../store/store.ts';
import type { RouteParts } from './parts.ts';

const page = z.object({
	limit: z.coerce.number().int().min(1).max(200).default(200),
	after: z.string().default('0'),
});

/** The guild of a request, where the bot is a member. */
export function reachableGuild(store: Store, request: ApiRequest): Guild {
	const guild = store.guilds.get(request.param('guild_id'));
	if (!guild?.botInstalled) throw refuse('unknownGuild');
	return guild;
}

/** Guilds and members, as far as the bot is in the guild. */
export function guildRoutes({ store, botUserId }: RouteParts) {
	const guildFor = (request: ApiRequest) => reachableGuild(store, request);

	return {
		'GET /users/@me/guilds': {
			handle(request) {
				const { limit, after } = page.parse(Object.fromEntries(request.query));
				const own = [...store.guilds.values()].filter(
					({ id, botInstalled }) => botInstalled && BigInt(id) > BigInt(after),
				);
				return answerJson(
					own
						.sort(bySnowflake)
						.slice(0, limit)
						.map((guild) => renderOwnGuild(guild, botUserId)),
				);
			},
		},
		'GET /guilds/{guild_id}': {
			handle(request) {
				const guild = guildFor(request);
				const counts = request.query.get('with_counts') === 'true' && {
					approximate_member_count: guild.members.length,
					approximate_presence_count: guild.members.length,
				};
				return answerJson({ ...renderGuild(guild), ...counts });
			},
		},
		'GET /guilds/{guild_id}/members/{user_id}': {
			handle(request) {
				const member = memberOf(guildFor(request), request.param('user_id'));
				if (!member) throw refuse('unknownMember');
				return answerJson(renderMember(store, member));
			},
		},
	} satisfies Partial<Routes>;
}
