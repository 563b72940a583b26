import type { Snowflake } from '../core/snowflake.ts';
import { addField } from '../redis/add-field.ts';
import { drafts } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { type Proposal, storedProposal } from './proposals.ts';

/** Changes that wait for a second moderator. */
export interface Drafts {
	/** `full` when too many wait already. The same draft twice is one. */
	add(guildId: Snowflake, draft: Proposal): Promise<'added' | 'full'>;
	/** Oldest first. What has waited too long is left out and removed. */
	list(guildId: Snowflake, now: number): Promise<readonly Proposal[]>;
	get(guildId: Snowflake, id: string): Promise<Proposal | undefined>;
	/** False when somebody else has dealt with it. */
	remove(guildId: Snowflake, id: string): Promise<boolean>;
}

export const MOST_DRAFTS = 100;
const KEPT_MS = 90 * 86_400_000;

export function createDrafts(redis: RedisClient, onCorrupt: (error: unknown) => void): Drafts {
	function read(guildId: Snowflake, id: string, raw: string): Proposal | undefined {
		try {
			return parseStored(storedProposal, `${drafts(guildId)} ${id}`, raw);
		} catch (error) {
			onCorrupt(error);
			return undefined;
		}
	}

	return {
		add: async (guildId, draft) =>
			addField(redis, drafts(guildId), { field: draft.id, value: JSON.stringify(draft), most: MOST_DRAFTS }),
		async list(guildId, now) {
			const key = drafts(guildId);
			const found: Proposal[] = [];
			for (const [id, raw] of Object.entries(await redis.hgetall(key))) {
				const draft = read(guildId, id, raw);
				if (draft === undefined) continue;
				if (now - draft.at < KEPT_MS) found.push(draft);
				else await redis.hdel(key, id);
			}
			return found.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
		},
		async get(guildId, id) {
			const raw = await redis.hget(drafts(guildId), id);
			return raw === null ? undefined : read(guildId, id, raw);
		},
		remove: async (guildId, id) => (await redis.hdel(drafts(guildId), id)) === 1,
	};
}
