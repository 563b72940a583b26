import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedRedisError } from './embedded-redis-error.ts';

/** `none`: nobody listens; `busy`: somebody does but gives no reply, or is still loading its data. */
export type ServerState = 'none' | 'busy' | 'ready';

const REPLIES_WITHIN_MS = 1_000;
const GONE_WITHIN_MS = 15_000;
const POLL_MS = 10;

/** Tells whether a Redis server answers on a Unix socket. */
export async function probeServer(socketPath: string): Promise<ServerState> {
	const reply = await ask(socketPath, 'PING');
	if (reply === undefined) return 'none';
	return reply.startsWith('+PONG') ? 'ready' : 'busy';
}

/**
 * Frees a socket path on which a server may have been left behind: has that server write its data and exit, waits for
 * it, and removes the socket file. Does nothing where there is none.
 *
 * @throws EmbeddedRedisError (`failed`) when it does not go away.
 */
export async function clearSocket(socketPath: string): Promise<void> {
	const deadline = performance.now() + GONE_WITHIN_MS;
	// A server closes its socket last, when everything is on disk, so its files are free once nobody listens.
	while ((await probeServer(socketPath)) !== 'none') {
		if (performance.now() > deadline) {
			const message = `A former Redis server still holds ${socketPath} and does not stop`;
			throw new EmbeddedRedisError('failed', message);
		}
		await ask(socketPath, 'SHUTDOWN');
		await delay(POLL_MS);
	}
	await rm(socketPath, { force: true });
}

/** Sends one command; returns the reply's first line as far as it came, or `undefined` when nobody listens. */
async function ask(socketPath: string, command: string): Promise<string | undefined> {
	const socket = connect({ path: socketPath, signal: AbortSignal.timeout(REPLIES_WITHIN_MS) });
	let reply = '';
	try {
		await once(socket, 'connect');
		socket.setEncoding('utf8').write(`${command}\r\n`);
		for await (const chunk of socket) {
			reply += String(chunk);
			if (reply.includes('\r\n')) break;
		}
	} catch (error) {
		// A connection that breaks or stays silent is an answer of its own: somebody is there.
		if (isNobody(error)) return undefined;
	} finally {
		socket.destroy();
	}
	return reply;
}

function isNobody(error: unknown): boolean {
	return error instanceof Error && 'code' in error && ['ENOENT', 'ECONNREFUSED'].includes(String(error.code));
}
