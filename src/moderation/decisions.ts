import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import { decisionNews, decisions, drafts } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { curator } from './curator.ts';
import { changeItem } from './proposals.ts';

/** What a second moderator made of a draft, kept for whoever wrote it. */
export const storedDecision = z.strictObject({
	kind: z.enum(['approved', 'rejected']),
	/** How the draft is called in a list. */
	name: z.string(),
	/** Who decided. */
	by: curator,
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
	/** Those of the last 30 days, newest first. */
	list(guildId: Snowflake, author: string, now: number): Promise<readonly Decision[]>;
	/** Whether the author has not been told of one yet. */
	hasNews(guildId: Snowflake, author: string): Promise<boolean>;
	/** The same; from then on they have been told. */
	takeNews(guildId: Snowflake, author: string): Promise<boolean>;
}

/** As many as fit into one message. */
const MOST = 10;
const KEPT_MS = 30 * 86_400_000;

/** A part of a script: keeps a decision for its author, who has news then. One stands on each line, newest first. */
export const KEEP_DECISION = `
local function keep(decisions, news, author, decision)
  local lines, kept = { decision }, redis.call('HGET', decisions, author) or ''
  for line in string.gmatch(kept, '[^\\n]+') do
    if #lines < ${MOST} then lines[#lines + 1] = line end
  end
  redis.call('HSET', decisions, author, table.concat(lines, '\\n'))
  redis.call('PEXPIRE', decisions, ${KEPT_MS})
  redis.call('SADD', news, author)
  redis.call('PEXPIRE', news, ${KEPT_MS})
end`;

/** A part of a script: whether a draft still waits, by the same author; who has their data deleted is no author any more. */
export const STILL_WAITS = `
local function waits(drafts, draft, author)
  local raw = redis.call('HGET', drafts, draft)
  return raw and string.find(raw, '"by":"' .. author .. '"', 1, true)
end`;

const REJECT = defineScript({
	keys: 3,
	lua: `
-- KEYS: drafts, decisions, who has news. ARGV: draft, author, decision
${KEEP_DECISION}
${STILL_WAITS}
if not waits(KEYS[1], ARGV[1], ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
keep(KEYS[2], KEYS[3], ARGV[2], ARGV[3])
return 1`,
});

export function createDecisions(redis: RedisClient, onCorrupt: (error: unknown) => void): Decisions {
	return {
		async reject(guildId, { draft, author, decision }) {
			const keys = [drafts(guildId), decisions(guildId), decisionNews(guildId)];
			return (await REJECT(redis, keys, [draft, author, JSON.stringify(decision)])) === 1;
		},
		async list(guildId, author, now) {
			const key = `${decisions(guildId)} ${author}`;
			const lines = ((await redis.hget(decisions(guildId), author)) ?? '').split('\n');
			const found: Decision[] = [];
			for (const line of lines.filter((each) => each !== ''))
				try {
					found.push(parseStored(storedDecision, key, line));
				} catch (error) {
					onCorrupt(error);
				}
			return found.filter(({ at }) => now - at < KEPT_MS);
		},
		hasNews: async (guildId, author) => (await redis.sismember(decisionNews(guildId), author)) === 1,
		takeNews: async (guildId, author) => (await redis.srem(decisionNews(guildId), author)) === 1,
	};
}
