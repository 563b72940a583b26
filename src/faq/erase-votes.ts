import type { Snowflake } from '../core/snowflake.ts';
import { votePlaces, voters, votes } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';

/** Deletes all votes cast in a server. */
export async function eraseVotes(redis: RedisClient, guildId: Snowflake): Promise<void> {
	await redis.del(votes(guildId), voters(guildId));
	// Last: votes in a place that is not listed could not be forgotten.
	await redis.srem(votePlaces(), guildId);
}
