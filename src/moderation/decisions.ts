import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { decisionNews, decisions, drafts } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { changeItem } from './proposals.ts';

/** What a second moderator made of a draft, kept for whoever wrote it. */
export const storedDecision = z.strictObject({
	kind: z.enum(['approved', 'rejected']),
	/** How the draft is called in a list. */
	name: z.string(),
	/** Who decided. */
	by: snowflake,
	/** Epoch milliseconds. */
	at: z.int().nonnegative(),
	note: z.string().optional(),
	/** What was rejected, so that no text is lost; nothing of what was approved, because it is saved. */
	items: z.array(changeItem),
});

export type Decision = z.infer<typeof storedDecision>;

/** What became of drafts, for those who wrote them. */
export interface Decisions {
	/** Takes a draft away, and keeps that for its author, in one step. False when somebody else has dealt with it. */
	reject(
		guildId: Snowflake,
		rejected: { draft: string; author: string; decision: Decision },
	): Promise<boolean>;
	/** Newest first. */
	list(guildId: Snowflake, author: string): Promise<readonly Decision[]>;
	/** Whether the author has not been told of one yet; from then on they have. */
	takeNews(guildId: Snowflake, author: string): Promise<boolean>;
}

/** As many as fit into one message. */
const MOST = 10;
const KEPT_S = 30 * 86_400;

/** A part of a script: keeps a decision for its author, who has news then. */
export const KEEP_DECISION = `
local function keep(list, news, decision)
  redis.call('LPUSH', list, decision)
  redis.call('LTRIM', list, 0, ${MOST - 1})
  redis.call('EXPIRE', list, ${KEPT_S})
  redis.call('SET', news, '1', 'EX', ${KEPT_S})
end`;

const REJECT = defineScript({
	keys: 3,
	lua: `
-- KEYS: drafts, decisions of the author, whether they have news. ARGV: draft, decision
${KEEP_DECISION}
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
keep(KEYS[2], KEYS[3], ARGV[2])
return 1`,
});

export function createDecisions(redis: RedisClient, onCorrupt: (error: unknown) => void): Decisions {
	return {
		async reject(guildId, { draft, author, decision }) {
			const keys = [drafts(guildId), decisions(guildId, author), decisionNews(guildId, author)];
			return (await REJECT(redis, keys, [draft, JSON.stringify(decision)])) === 1;
		},
		async list(guildId, author) {
			const key = decisions(guildId, author);
			const found: Decision[] = [];
			for (const raw of await redis.lrange(key, 0, -1))
				try {
					found.push(parseStored(storedDecision, key, raw));
				} catch (error) {
					onCorrupt(error);
				}
			return found;
		},
		takeNews: async (guildId, author) => (await redis.del(decisionNews(guildId, author))) === 1,
	};
}
