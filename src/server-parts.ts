import type { Clock } from './core/clock.ts';
import { eraseVotes } from './faq/erase-votes.ts';
import { eraseServer, isInUse } from './moderation/erase-server.ts';
import type { ChannelPosts } from './nudges/channel-posts.ts';
import { KEPT_DAYS, type ServerPart } from './privacy/servers.ts';
import type { RedisClient } from './redis/redis-client.ts';

interface Features {
	redis: RedisClient;
	posts: Pick<ChannelPosts, 'suspend' | 'unsuspend' | 'stopAll'>;
	clock: Clock;
}

/** Every kind of thing that Gutsy keeps for a server. */
export function serverParts({ redis, posts, clock }: Features): ServerPart[] {
	return [
		{ leave: posts.suspend, comeBack: posts.unsuspend, erase: posts.stopAll },
		{
			isUsed: (guildId) => isInUse(redis, guildId, KEPT_DAYS, clock()),
			erase: (guildId) => eraseServer(redis, guildId),
		},
		{ erase: (guildId) => eraseVotes(redis, guildId) },
	];
}
