import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { findRedisBinary } from '../../src/redis/find-redis-binary.ts';
import { sendSlots } from '../../src/redis/keys.ts';
import { startRedisProcess } from '../../src/redis/redis-process.ts';

/** A Redis of the bench's own. */
export interface Store {
	readonly socketPath: string;
	readonly client: Redis;
	/** Empties it and leaves it as after so long without a limit: the pace has had the time to climb. */
	reset(quietMs: number): Promise<void>;
	close(): Promise<void>;
}

export async function openStore(): Promise<Store> {
	const binary = await findRedisBinary({ path: process.env['PATH'] ?? '', prepared: resolve('.gutsy/bin') });
	const folder = await mkdtemp(join(tmpdir(), 'gutsy-bench-'));
	const socketPath = join(folder, 'redis.sock');
	const server = await startRedisProcess({ binary, folder, socketPath, onLog: () => {} });
	const client = new Redis({ path: socketPath, maxRetriesPerRequest: null });
	return {
		socketPath,
		client,
		async reset(quietMs) {
			await client.flushall();
			await client.hset(sendSlots(), 'since', String((Date.now() - quietMs) * 1_000));
		},
		async close() {
			client.disconnect();
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
