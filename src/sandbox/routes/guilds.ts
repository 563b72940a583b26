import { answerJson } from '../http/answer.ts';
import type { ApiRequest, Routes } from '../http/route.ts';
import { refuse } from '../refusal.ts';
import { renderGuild, renderMember } from '../render/guild.ts';
import { memberOf } from '../store/store.ts';
import type { RouteParts } from './parts.ts';

/** Guilds and members, as far as the bot is in the guild. */
export function guildRoutes({ store }: RouteParts) {
	function guildFor(request: ApiRequest) {
		const guild = store.guilds.get(request.param('guild_id'));
		if (!guild?.botInstalled) throw refuse('unknownGuild');
		return guild;
	}

	return {
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
