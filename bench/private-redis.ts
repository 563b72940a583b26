import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Redis } from 'ioredis';
import { findRedisBinary } from '../src/redis/find-redis-binary.ts';
import { startRedisProcess } from '../src/redis/redis-process.ts';
import { rewriteLog } from './nudges/redis-facts.ts';

/** A Redis of the bench's own, started and set up as Gutsy starts and sets up its own. */
export interface PrivateRedis {
	readonly socketPath: string;
	readonly client: Redis;
	/** Has the append-only file rewritten, ends the server and starts it again. Gives the milliseconds until it answers with everything loaded. */
	restart(): Promise<number>;
	close(): Promise<void>;
}

export async function openPrivateRedis(): Promise<PrivateRedis> {
	const binary = await findRedisBinary({ path: process.env['PATH'] ?? '', prepared: resolve('.gutsy/bin') });
	const folder = await mkdtemp(join(tmpdir(), 'gutsy-bench-'));
	const socketPath = join(folder, 'redis.sock');
	const start = () => startRedisProcess({ binary, folder, socketPath, onLog: () => {} });
	let server = await start();
	const client = connectTo(socketPath);
	client.on('error', () => {});
	return {
		socketPath,
		client,
		async restart() {
			await rewriteLog(client);
			await server.stop();
			const before = performance.now();
			server = await start();
			return performance.now() - before;
		},
		async close() {
			client.disconnect();
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** A connection as queues and workers need it. */
export function connectTo(socketPath: string): Redis {
	return new Redis({ path: socketPath, maxRetriesPerRequest: null });
}
