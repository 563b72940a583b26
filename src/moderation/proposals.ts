import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import { proposal, proposals } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { curator } from './curator.ts';
import { CHANGE_KINDS, entryState } from './stored-state.ts';

export const changeItem = z.strictObject({
	entry: z.string(),
	basedOn: z.int().nonnegative(),
	state: entryState,
	kind: z.enum(CHANGE_KINDS),
	undoes: z.int().positive().optional(),
});

/** A change that a moderator looks at before they save it. It outlives a restart, as the button that saves it does. */
export const storedProposal = z.strictObject({
	id: z.string(),
	items: z.array(changeItem).min(1),
	by: curator,
	/** Epoch milliseconds. */
	at: z.int().nonnegative(),
	/** The question of the inbox that it answers. */
	question: z.string().optional(),
});

export type Proposal = z.infer<typeof storedProposal>;

export interface Proposals {
	/** Keeps it for an hour. `full` when too many are looked at already. */
	put(guildId: Snowflake, proposed: Omit<Proposal, 'id'>): Promise<Proposal | 'full'>;
	get(guildId: Snowflake, id: string): Promise<Proposal | undefined>;
	drop(guildId: Snowflake, id: string): Promise<void>;
}

export const MOST_PROPOSALS = 100;

/** Long enough to ask a colleague, short enough that nobody finds it again by accident. */
const KEPT_MS = 3_600_000;

const PUT = defineScript({
	keys: 2,
	lua: `
-- KEYS: ids of all, the proposal. ARGV: id, the proposal, now, milliseconds to keep it, most
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[5]) then return 'full' end
redis.call('ZADD', KEYS[1], ARGV[3] + ARGV[4], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[4])
return 'kept'`,
});

const put = z.enum(['kept', 'full']);

/** @param newId unguessable and short: it stands in custom ids. */
export function createProposals(redis: RedisClient, newId: () => string): Proposals {
	return {
		async put(guildId, proposed) {
			const whole: Proposal = { ...proposed, id: newId() };
			const kept = await PUT(
				redis,
				[proposals(guildId), proposal(guildId, whole.id)],
				[whole.id, JSON.stringify(whole), whole.at, KEPT_MS, MOST_PROPOSALS],
			);
			return put.parse(kept) === 'full' ? 'full' : whole;
		},
		async get(guildId, id) {
			const key = proposal(guildId, id);
			const raw = await redis.get(key);
			return raw === null ? undefined : parseStored(storedProposal, key, raw);
		},
		async drop(guildId, id) {
			await redis.del(proposal(guildId, id));
			await redis.zrem(proposals(guildId), id);
		},
	};
}
