import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { link, mkdir, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type EmbeddedRedis, startEmbeddedRedis } from '../../src/redis/embedded-redis.ts';
import { isAlive, testFolder, testRedisBinary } from '../support/redis.ts';

let dataDir: string;
let cleanUp: (() => unknown)[];
const binary = await testRedisBinary();

beforeEach(async () => {
	dataDir = await testFolder();
	cleanUp = [() => rm(dataDir, { recursive: true, force: true })];
});
afterEach(async () => {
	for (const undo of cleanUp.reverse()) await undo();
});

async function start(folder = dataDir): Promise<EmbeddedRedis> {
	const redis = await startEmbeddedRedis({ dataDir: folder, binary });
	cleanUp.push(() => redis.stop());
	return redis;
}

function client({ socketPath }: { socketPath: string }): Redis {
	const redis = new Redis({ path: socketPath, retryStrategy: () => 20 });
	redis.on('error', () => {});
	cleanUp.push(() => redis.disconnect());
	return redis;
}

/** A process of its own that runs the embedded Redis on the folder. */
async function startElsewhere(): Promise<{ process: ChildProcess; socketPath: string }> {
	const script = join(import.meta.dirname, 'run-embedded-redis.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	cleanUp.push(() => child.kill('SIGKILL'));
	const [line] = await once(child.stdout, 'data');
	return { process: child, socketPath: String(line).trim() };
}

async function serverPid(redis: Redis): Promise<number> {
	const pid = /process_id:(\d+)/.exec(await redis.info('server'))?.[1];
	return Number(pid);
}

async function answers(socketPath: string): Promise<boolean> {
	const socket = connect(socketPath);
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}

describe('startEmbeddedRedis()', () => {
	test('keeps the data over a stop and a start', async () => {
		const first = await start();
		await client(first).set('gutsy:test', 'kept');
		await first.stop();
		expect(existsSync(first.socketPath)).toBe(false);
		expect(await client(await start()).get('gutsy:test')).toBe('kept');
	});

	test.each([
		['opens no TCP port', 'port', '0'],
		['writes every change to the append-only file', 'appendonly', 'yes'],
		['flushes that file every second', 'appendfsync', 'everysec'],
		['saves no snapshots', 'save', ''],
		['evicts nothing', 'maxmemory-policy', 'noeviction'],
		['keeps integer sets compact', 'set-max-intset-entries', '4096'],
		['keeps hashes compact', 'hash-max-listpack-entries', '256'],
		['lets nobody else connect', 'unixsocketperm', '700'],
	])('%s', async (_case, setting, value) => {
		const redis = client(await start());
		expect(await redis.config('GET', setting)).toEqual([setting, value]);
	});

	test('gives the data folder to its owner alone', async () => {
		await start();
		expect((await stat(join(dataDir, 'redis'))).mode & 0o777).toBe(0o700);
	});

	test('starts the server again on the same data when it dies', async () => {
		const redis = client(await start());
		await redis.set('gutsy:test', 'kept');
		const pid = await serverPid(redis);
		process.kill(pid, 'SIGKILL');
		await vi.waitFor(async () => expect(await serverPid(redis)).not.toBe(pid), { timeout: 10_000 });
		expect(await redis.get('gutsy:test')).toBe('kept');
	});

	test('stops while the server is being started again', async () => {
		const redis = await start();
		const pid = await serverPid(client(redis));
		process.kill(pid, 'SIGKILL');
		await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
		await redis.stop();
		expect(await answers(redis.socketPath)).toBe(false);
	});

	test('stops once when asked twice', async () => {
		const redis = await start();
		await Promise.all([redis.stop(), redis.stop()]);
		expect(await answers(redis.socketPath)).toBe(false);
	});

	test('removes a socket file that nobody listens on', async () => {
		const folder = join(dataDir, 'redis');
		await mkdir(folder);
		const leftover = createServer().listen(join(folder, 'aside.sock'));
		await once(leftover, 'listening');
		await link(join(folder, 'aside.sock'), join(folder, 'redis.sock'));
		leftover.close();
		await once(leftover, 'close');
		expect(existsSync(join(folder, 'redis.sock'))).toBe(true);
		expect(await client(await start()).ping()).toBe('PONG');
	});

	test('finds a short place for its socket when the folder is deep', async () => {
		const deep = join(dataDir, 'a-rather-long-folder-name'.repeat(5));
		const redis = await start(deep);
		expect(Buffer.byteLength(redis.socketPath)).toBeLessThanOrEqual(100);
		await client(redis).set('gutsy:test', 'kept');
		await redis.stop();
		expect((await start(deep)).socketPath).toBe(redis.socketPath);
		expect(await client(redis).get('gutsy:test')).toBe('kept');
	});

	test("reports the server's own words when it cannot start, and lets the folder go", async () => {
		const first = await start();
		await client(first).set('gutsy:test', 'kept');
		await first.stop();
		const folder = join(dataDir, 'redis', 'appendonlydir');
		const file = (await readdir(folder)).find((name) => name.endsWith('.incr.aof')) ?? '';
		await writeFile(join(folder, file), 'not an append-only file\r\n');
		await expect(start()).rejects.toMatchObject({
			name: 'EmbeddedRedisError',
			problem: 'failed',
			message: expect.stringContaining('Bad file format reading the append only file'),
		});
		await truncate(join(folder, file));
		expect(await client(await start()).ping()).toBe('PONG');
	});

	test('says so when the program is not there', async () => {
		const missing = startEmbeddedRedis({ dataDir, binary: '/nowhere/redis-server' });
		await expect(missing).rejects.toMatchObject({ problem: 'failed', message: /nowhere/ });
	});
});

describe('two Gutsys on one data folder', () => {
	test('the second is refused and told who holds it, and the first goes on', async () => {
		const redis = await start();
		await expect(start()).rejects.toMatchObject({
			name: 'EmbeddedRedisError',
			problem: 'in-use',
			message: expect.stringContaining(`Process ${process.pid} already runs Gutsy on this data folder`),
		});
		expect(await client(redis).ping()).toBe('PONG');
	});

	test('of many that start at once, one wins', async () => {
		const starts = await Promise.allSettled(Array.from({ length: 6 }, () => start()));
		const won = starts.filter(({ status }) => status === 'fulfilled');
		expect(won).toHaveLength(1);
	});
});

describe('when the process that started Redis is killed', () => {
	test('its server goes too, and the next start works on the same data', async () => {
		const former = await startElsewhere();
		const redis = client(former);
		await redis.set('gutsy:test', 'kept');
		const pid = await serverPid(redis);
		former.process.kill('SIGKILL');
		await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
		expect(await client(await start()).get('gutsy:test')).toBe('kept');
	});

	test('a start right after it replaces what still runs', async () => {
		const former = await startElsewhere();
		const redis = client(former);
		await redis.set('gutsy:test', 'kept');
		const pid = await serverPid(redis);
		former.process.kill('SIGKILL');
		await once(former.process, 'exit');
		const next = client(await start());
		expect(await next.get('gutsy:test')).toBe('kept');
		expect(await serverPid(next)).not.toBe(pid);
		await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
	});

	test('a server that nobody watches any more is replaced', async () => {
		const folder = join(dataDir, 'redis');
		await mkdir(folder);
		const socketPath = join(folder, 'redis.sock');
		const orphan = spawn(
			binary,
			['--port', '0', '--unixsocket', socketPath, '--dir', folder, '--appendonly', 'yes'],
			{
				stdio: 'ignore',
			},
		);
		cleanUp.push(() => orphan.kill('SIGKILL'));
		await client({ socketPath }).set('gutsy:test', 'kept');
		const next = client(await start());
		await vi.waitFor(() => expect(orphan.exitCode).toBe(0));
		expect(await next.get('gutsy:test')).toBe('kept');
	});

	test('a clean end in the other process frees the folder', async () => {
		const former = await startElsewhere();
		former.process.kill('SIGTERM');
		await once(former.process, 'exit');
		expect(await client(await start()).ping()).toBe('PONG');
	});
});
