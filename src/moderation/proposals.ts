import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { proposal } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
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
	by: snowflake,
	/** Epoch milliseconds. */
	at: z.int().nonnegative(),
	/** The question of the inbox that it answers. */
	question: z.string().optional(),
});

export type Proposal = z.infer<typeof storedProposal>;

export interface Proposals {
	/** Keeps it for an hour. */
	put(guildId: Snowflake, proposed: Omit<Proposal, 'id'>): Promise<Proposal>;
	get(guildId: Snowflake, id: string): Promise<Proposal | undefined>;
	drop(guildId: Snowflake, id: string): Promise<void>;
}

/** Long enough to ask a colleague, short enough that nobody finds it again by accident. */
const KEPT_S = 3_600;

/** @param newId unguessable and short: it stands in custom ids. */
export function createProposals(redis: RedisClient, newId: () => string): Proposals {
	return {
		async put(guildId, proposed) {
			const whole: Proposal = { ...proposed, id: newId() };
			await redis.set(proposal(guildId, whole.id), JSON.stringify(whole), 'EX', KEPT_S);
			return whole;
		},
		async get(guildId, id) {
			const key = proposal(guildId, id);
			const raw = await redis.get(key);
			return raw === null ? undefined : parseStored(storedProposal, key, raw);
		},
		async drop(guildId, id) {
			await redis.del(proposal(guildId, id));
		},
	};
}
