import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lockFolder } from './folder-lock.ts';
import { type RedisLog, type RedisProcess, startRedisProcess } from './redis-process.ts';
import { clearSocket } from './server-probe.ts';
import { socketFolder } from './socket-folder.ts';

export interface EmbeddedRedis {
	readonly socketPath: string;
	/** Has the server write everything down, waits until it is gone and gives the data folder free. */
	stop(): Promise<void>;
}

export interface EmbeddedRedisOptions {
	/** Gutsy's data folder; the data goes to `redis/` in it. Made when absent. */
	readonly dataDir: string;
	/** Absolute path of `redis-server` or `valkey-server`, from {@link findRedisBinary}. */
	readonly binary: string;
	readonly onLog?: RedisLog;
}

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Runs a private Redis server on the data folder: a child on a Unix socket, without a TCP port, that ends with us.
 * Started again on the same data when it dies by itself; a server left behind by a former run is replaced.
 *
 * @throws EmbeddedRedisError when another Gutsy uses the folder or the server does not start.
 */
export async function startEmbeddedRedis({
	dataDir,
	binary,
	onLog = () => {},
}: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
	await mkdir(join(dataDir, 'redis'), { recursive: true, mode: 0o700 });
	const folder = await realpath(join(dataDir, 'redis'));
	const sockets = await socketFolder(folder);
	const socketPath = join(sockets, 'redis.sock');
	const lock = await lockFolder(join(sockets, 'redis.lock'));
	const start = () => startRedisProcess({ binary, folder, socketPath, onLog });

	const stopping = new AbortController();
	let server: RedisProcess;
	try {
		await clearSocket(socketPath);
		server = await start();
	} catch (error) {
		await lock.release();
		throw error;
	}

	async function keepRunning(): Promise<void> {
		let pause = SHORTEST_PAUSE_MS;
		for (;;) {
			await server.exited;
			if (stopping.signal.aborted) return;
			onLog('warn', 'Redis ended unexpectedly and is started again');
			await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
			if (stopping.signal.aborted) return;
			try {
				server = await start();
				pause = SHORTEST_PAUSE_MS;
			} catch (error) {
				onLog('warn', String(error));
				pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
			}
			if (stopping.signal.aborted) await server.stop();
		}
	}
	const kept = keepRunning();

	async function stop(): Promise<void> {
		stopping.abort();
		await server.stop();
		await kept;
		await lock.release();
	}
	let stopped: Promise<void> | undefined;
	return {
		socketPath,
		stop: () => {
			stopped ??= stop();
			return stopped;
		},
	};
}
