import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const TRIES_FOR_MS = 5_000;
const POLL_MS = 10;

/** Whether the program really is a Redis server: starts it on a socket in `folder`, asks it once, stops it. */
export async function answersPing(program, folder) {
	const socket = join(folder, 'trial.sock');
	const settings = [
		'--port',
		'0',
		'--unixsocket',
		socket,
		'--dir',
		folder,
		'--save',
		'',
		'--appendonly',
		'no',
	];
	const server = spawn(program, settings, { stdio: 'ignore' });
	let gone = false;
	const exit = new Promise((resolve) => {
		server.once('error', resolve);
		server.once('exit', resolve);
	}).then(() => {
		gone = true;
	});
	const deadline = performance.now() + TRIES_FOR_MS;
	let answered = false;
	while (!answered && !gone && performance.now() < deadline) {
		answered = await ping(socket);
		if (!answered) await delay(POLL_MS);
	}
	server.kill('SIGKILL');
	await exit;
	return answered;
}

async function ping(path) {
	const socket = connect({ path, signal: AbortSignal.timeout(TRIES_FOR_MS) });
	try {
		await once(socket, 'connect');
		socket.write('PING\r\n');
		const [reply] = await once(socket, 'data');
		return String(reply).startsWith('+PONG');
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
