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
	const reply = await ask(socketPath, 'PING', /^\+PONG/);
	if (reply === undefined) return 'none';
	return reply.startsWith('+PONG') ? 'ready' : 'busy';
}

/**
 * Frees a socket path on which a server may have been left behind: has that server write its data and exit, waits
 * until it is gone, and removes the socket file. Does nothing where there is none.
 *
 * @throws EmbeddedRedisError (`failed`) when it does not go away.
 */
export async function clearSocket(socketPath: string): Promise<void> {
	const deadline = performance.now() + GONE_WITHIN_MS;
	let pid: number | undefined;
	while ((await probeServer(socketPath)) !== 'none') {
		if (performance.now() > deadline) throw stays(socketPath);
		pid ??= await serverPid(socketPath);
		await ask(socketPath, 'SHUTDOWN', /^-/);
		await delay(POLL_MS);
	}
	// A server on its way out closes its socket a little before its end.
	while (pid !== undefined && isAlive(pid)) {
		if (performance.now() > deadline) throw stays(socketPath);
		await delay(POLL_MS);
	}
	await rm(socketPath, { force: true });
}

async function serverPid(socketPath: string): Promise<number | undefined> {
	const info = await ask(socketPath, 'INFO server', /process_id:\d+\r/);
	const pid = /process_id:(\d+)/.exec(info ?? '')?.[1];
	return pid === undefined ? undefined : Number(pid);
}

function stays(socketPath: string): EmbeddedRedisError {
	return new EmbeddedRedisError(
		'failed',
		`A former Redis server still holds ${socketPath} and does not stop`,
	);
}

/** Sends one inline command; returns the reply as far as it came, or `undefined` when nobody listens. */
async function ask(socketPath: string, command: string, enough: RegExp): Promise<string | undefined> {
	const socket = connect({ path: socketPath, signal: AbortSignal.timeout(REPLIES_WITHIN_MS) });
	let reply = '';
	try {
		await once(socket, 'connect');
		socket.setEncoding('utf8').write(`${command}\r\n`);
		for await (const chunk of socket) {
			reply += String(chunk);
			if (enough.test(reply) || reply.startsWith('-')) break;
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

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
