import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { findRedisBinary } from '../../src/redis/find-redis-binary.ts';
import { type RedisProcess, startRedisProcess } from '../../src/redis/redis-process.ts';

export interface TestRedis {
	/** Path of the server's Unix socket: `new Redis({ path })`. */
	readonly socketPath: string;
	/** A plain client of this file's server, for arranging and looking. It waits while the server is down. */
	readonly client: Redis;
	/** Stops the server cleanly. */
	stop(): Promise<void>;
	/** Ends the server the hard way, as a power cut would end the process. */
	killHard(): Promise<void>;
	/** Starts it again on the same data after `stop` or `killHard`. */
	restart(): Promise<void>;
}

/**
 * Gives the test file that calls it at its top a Redis server of its own, empty before each test and up again
 * even when the test before has stopped it.
 *
 * @param program of the server, in place of the one that Gutsy would choose.
 */
export function useRedis(program?: string): TestRedis {
	let folder = '';
	let binary = '';
	let server: RedisProcess | undefined;
	let client: Redis | undefined;
	const socketPath = () => join(folder, 'redis.sock');

	async function start(): Promise<void> {
		server ??= await startRedisProcess({ binary, folder, socketPath: socketPath(), onLog: () => {} });
	}
	async function end(how: 'stop' | 'kill'): Promise<void> {
		const ending = server;
		server = undefined;
		if (how === 'kill' && ending !== undefined) process.kill(ending.pid, 'SIGKILL');
		await (how === 'kill' ? ending?.exited : ending?.stop());
	}

	beforeAll(async () => {
		binary = program ?? (await testRedisBinary());
		folder = await testFolder();
		await start();
		client = new Redis({ path: socketPath(), maxRetriesPerRequest: null, retryStrategy: () => 20 });
		// Tests of outages break this connection on purpose.
		client.on('error', () => {});
	});
	beforeEach(async () => {
		await start();
		await client?.flushall();
	});
	afterAll(async () => {
		client?.disconnect();
		await end('stop');
		if (folder !== '') rmSync(folder, { recursive: true, force: true });
	});

	return {
		get socketPath() {
			return socketPath();
		},
		get client() {
			if (client === undefined) throw new Error('The test Redis is there from beforeAll on');
			return client;
		},
		stop: () => end('stop'),
		killHard: () => end('kill'),
		restart: start,
	};
}

/** The server program that tests use. */
export function testRedisBinary(): Promise<string> {
	return findRedisBinary({ path: process.env['PATH'] ?? '', prepared: resolve('.gutsy/bin') });
}

/** Every server program on this machine, by name, so that what members rely on is tested with each. */
export async function allRedisBinaries(): Promise<
	readonly { readonly name: string; readonly binary: string }[]
> {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), resolve('.gutsy/bin')];
	const found = ['redis-server', 'valkey-server'].flatMap((name) => {
		const binary = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
		return binary === undefined ? [] : [{ name, binary }];
	});
	if (found.length === 0) throw new Error('There is no Redis server to test with');
	return found;
}

/** A fresh folder with a short path. What killed test runs left behind is removed on the way. */
export async function testFolder(): Promise<string> {
	const home = join(tmpdir(), `gutsy-tests-${process.getuid?.() ?? 0}`);
	mkdirSync(home, { recursive: true, mode: 0o700 });
	for (const name of readdirSync(home)) {
		if (!isAlive(Number.parseInt(name, 10))) rmSync(join(home, name), { recursive: true, force: true });
	}
	return mkdtemp(join(home, `${process.pid}-`));
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
