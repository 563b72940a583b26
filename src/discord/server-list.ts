import { DiscordAPIError } from 'discord.js';
import { type RESTGetAPICurrentUserGuildsResult, Routes } from 'discord-api-types/v10';
import type { ServerList } from '../app.ts';
import type { RestCalls } from './in-turn.ts';

/** As many as Discord gives at a time. */
const A_PAGE = 200;
/** Nobody waits for it. */
const PATIENCE = 60_000;
/** No such server, or none that Gutsy is in. */
const NOT_IN = new Set<number | string>([10004, 50001]);

/**
 * Asks Discord in which servers Gutsy is. Over REST, because the gateway tells of removals only to those who let it tell
 * them of every channel and role of every server, too; and because this list is whole, whatever shard a process has.
 *
 * @param stopping ends what is under way.
 */
export function createServerList(rest: Pick<RestCalls, 'get'>, stopping: AbortSignal): ServerList {
	const patiently = () => AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE)]);
	return {
		async list() {
			const ids: string[] = [];
			for (;;) {
				const query = new URLSearchParams({ limit: String(A_PAGE), after: ids.at(-1) ?? '0' });
				const page = (await rest.get(Routes.userGuilds(), {
					query,
					signal: patiently(),
				})) as RESTGetAPICurrentUserGuildsResult;
				ids.push(...page.map(({ id }) => id));
				if (page.length < A_PAGE) return ids;
			}
		},
		async isIn(guildId) {
			try {
				await rest.get(Routes.guild(guildId), { signal: patiently() });
				return true;
			} catch (error) {
				if (error instanceof DiscordAPIError && NOT_IN.has(error.code)) return false;
				return 'unknown';
			}
		},
	};
}
