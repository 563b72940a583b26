import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type RedisProcess, startRedisProcess } from '../../src/redis/redis-process.ts';

/** A Redis of the run's own, for killing. */
export interface PrivateRedis {
	/** Where its data is, and whatever else goes with it. */
	readonly folder: string;
	readonly socketPath: string;
	/** `kill -9`, and up again at once. */
	kill(): Promise<void>;
	/**
	 * As a power cut: what was written after that moment, by `performance.now`, is gone from the file, too. Returns since
	 * when it really is.
	 */
	cutPower(from: number): Promise<number>;
	/** Ends it and removes its data. */
	close(): Promise<void>;
}

const LOOK_EVERY_MS = 50;

export async function startPrivateRedis(binary: string): Promise<PrivateRedis> {
	const folder = await mkdtemp(join(tmpdir(), 'gutsy-chaos-'));
	const socketPath = join(folder, 'redis.sock');
	let sizes: { readonly at: number; readonly file: string; readonly bytes: number }[] = [];
	let server = await start();
	const watch = setInterval(() => void noteSize().catch(() => undefined), LOOK_EVERY_MS);

	function start(): Promise<RedisProcess> {
		// One append-only file for the whole run, so that its end can be cut off.
		const settings = { 'auto-aof-rewrite-percentage': '0' };
		return startRedisProcess({ binary, folder, socketPath, onLog() {}, settings });
	}

	async function noteSize(): Promise<void> {
		const at = performance.now();
		const home = join(folder, 'appendonlydir');
		const name = (await readdir(home)).find((each) => each.endsWith('.incr.aof'));
		if (name === undefined) return;
		const file = join(home, name);
		sizes = [...sizes.slice(-200), { at, file, bytes: (await stat(file)).size }];
	}

	async function end(): Promise<void> {
		process.kill(server.pid, 'SIGKILL');
		await server.exited;
	}

	return {
		folder,
		socketPath,
		async kill() {
			await end();
			server = await start();
		},
		async cutPower(from) {
			await end();
			const cut = sizes.find(({ at }) => at >= from);
			if (cut) await truncate(cut.file, cut.bytes);
			sizes = cut ? [{ ...cut, at: performance.now() }] : [];
			server = await start();
			return cut?.at ?? performance.now();
		},
		async close() {
			clearInterval(watch);
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
