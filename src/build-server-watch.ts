import { performance } from 'node:perf_hooks';
import { buildTurns } from './build-turns.ts';
import type { Clock } from './core/clock.ts';
import { inTurn } from './discord/in-turn.ts';
import { createRest } from './discord/rest.ts';
import { createServerList } from './discord/server-list.ts';
import { createChannelPosts } from './nudges/channel-posts.ts';
import type { CountNudges } from './nudges/events.ts';
import { createSubscriptions } from './nudges/subscriptions.ts';
import type { Log } from './ops/log.ts';
import { createServerRegister } from './privacy/server-register.ts';
import { createServers } from './privacy/servers.ts';
import { type ServerWatch, watchServers } from './privacy/watch-servers.ts';
import type { RedisClient } from './redis/redis-client.ts';
import type { SettledClock } from './redis/settled-clock.ts';
import { serverParts } from './server-parts.ts';

export interface ServerWatchParts {
	redis: RedisClient;
	token: string;
	apiUrl: string;
	/** Nudges a second, over all workers. */
	sendRate: number;
	clock: Clock;
	time: SettledClock;
	log: Log;
	count: CountNudges;
}

/** Watches in which servers Gutsy is, and ends what concerns those that it was removed from. */
export function buildServerWatch({
	redis,
	token,
	apiUrl,
	sendRate,
	clock,
	time,
	log,
	count,
}: ServerWatchParts): ServerWatch {
	const stopping = new AbortController();
	const turns = buildTurns({ redis, sendRate, log, count });
	const rest = createRest(apiUrl, token, { log, onRefused: turns.refused });
	const posts = createChannelPosts(redis, createSubscriptions(redis), clock);
	const watch = watchServers({
		servers: createServers({
			register: createServerRegister(redis),
			discord: createServerList(inTurn(rest, turns), stopping.signal),
			parts: serverParts({ redis, posts, clock }),
			time,
		}),
		onChange: (changes) => log.info(changes, 'Servers that Gutsy was removed from, came back to or forgot'),
		onFailure(err) {
			if (stopping.signal.aborted) return;
			log.warn({ err }, 'It could not be seen to in which servers Gutsy is; that is tried again in an hour');
		},
		monotonic: () => performance.now(),
	});
	return {
		suspect: watch.suspect,
		close() {
			stopping.abort();
			return watch.close();
		},
	};
}
