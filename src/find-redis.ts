import { join } from 'node:path';
import type { Config } from './config.ts';
import type { DemoSettings } from './find-discord.ts';
import type { Log } from './ops/log.ts';
import { startEmbeddedRedis } from './redis/embedded-redis.ts';
import { findRedisBinary } from './redis/find-redis-binary.ts';
import type { RedisTarget } from './redis/redis-target.ts';

/** The Redis that this process works with: the one that it was told of, or one of its own. */
export interface FoundRedis {
	readonly target: RedisTarget;
	/** Stops and starts it, where it is ours. */
	readonly store: DemoSettings['store'];
	/** To be called at the end. */
	stop(): Promise<void>;
}

interface Places {
	dataDir: string;
	/** The folder of package.json. */
	root: string;
	log: Log;
}

/** Without a `REDIS_URL`, starts a private server on the data folder. */
export async function findRedis(config: Config, { dataDir, root, log }: Places): Promise<FoundRedis> {
	if (config.REDIS_URL !== undefined)
		return { target: config.REDIS_URL, store: undefined, stop: async () => undefined };
	const binary = await findRedisBinary({ path: config.PATH, prepared: join(root, '.gutsy/bin') });
	const start = () =>
		startEmbeddedRedis({
			dataDir,
			binary,
			onLog: (level, line) => log[level === 'warn' ? 'warn' : 'debug']({ line }, 'Redis'),
		});
	let embedded = await start();
	const stop = () => embedded.stop();
	return {
		target: { kind: 'socket', path: embedded.socketPath },
		store: {
			stop,
			async start() {
				embedded = await start();
			},
		},
		stop,
	};
}
