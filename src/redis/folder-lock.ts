import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { EmbeddedRedisError } from './embedded-redis-error.ts';

export interface FolderLock {
	release(): Promise<void>;
}

const ATTEMPTS = 5;
const HOLDER_ANSWERS_WITHIN_MS = 500;

/**
 * Takes the lock at `path`, a socket on which its holder listens. The system closes that socket however the
 * holder ends, `kill -9` included, so a file left behind is told from a lock that is held by connecting to it.
 *
 * @throws EmbeddedRedisError (`in-use`) while another process holds it.
 */
export async function lockFolder(path: string): Promise<FolderLock> {
	for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
		const server = await listen(path);
		if (server !== undefined) return { release: () => close(server) };
		const holder = await askHolder(path);
		if (holder !== undefined) throw inUse(holder);
		await removeStale(path);
	}
	throw new EmbeddedRedisError('in-use', `Several starts at once compete for ${path}`);
}

async function listen(path: string): Promise<Server | undefined> {
	const server = createServer((socket) => {
		socket.on('error', () => socket.destroy());
		socket.end(`${process.pid}\n`);
	});
	server.unref();
	try {
		server.listen(path);
		await once(server, 'listening');
		return server;
	} catch (error) {
		if (codeOf(error) === 'EADDRINUSE') return undefined;
		throw error;
	}
}

/** The holder's process id, an empty text when it is too busy to tell, or `undefined` when nobody holds it. */
async function askHolder(path: string): Promise<string | undefined> {
	const socket = connect(path);
	try {
		await once(socket, 'connect');
		return await firstLine(socket).catch(() => '');
	} catch (error) {
		if (['ECONNREFUSED', 'ENOENT'].includes(codeOf(error))) return undefined;
		throw error;
	} finally {
		socket.destroy();
	}
}

async function firstLine(socket: ReturnType<typeof connect>): Promise<string> {
	const [chunk] = await once(socket, 'data', { signal: AbortSignal.timeout(HOLDER_ANSWERS_WITHIN_MS) });
	return String(chunk).trim();
}

// Between our look and the removal another start may have taken the lock. So move the file away, which only
// one process can do, look again, and put a living lock back.
async function removeStale(path: string): Promise<void> {
	const aside = `${path}.${randomUUID().slice(0, 4)}`;
	try {
		await rename(path, aside);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return;
		throw error;
	}
	const holder = await askHolder(aside);
	if (holder === undefined) {
		await rm(aside, { force: true });
		return;
	}
	await rename(aside, path);
	throw inUse(holder);
}

function inUse(holder: string): EmbeddedRedisError {
	const who = holder === '' ? 'Another process' : `Process ${holder}`;
	return new EmbeddedRedisError(
		'in-use',
		`${who} already runs Gutsy on this data folder: stop it, or set another GUTSY_DATA_DIR for this one`,
	);
}

async function close(server: Server): Promise<void> {
	server.close();
	await once(server, 'close');
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}
