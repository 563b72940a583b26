import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedRedisError } from './embedded-redis-error.ts';
import { LONGEST_RECORD } from './longest-record.ts';
import { probeServer } from './server-probe.ts';

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Receives the server's own log lines, without their time stamps, as `info`: Redis calls its greeting a warning. `warn` is for what we saw of it. */
export type RedisLog = (level: 'info' | 'warn', text: string) => void;

export interface RedisProcess {
	readonly pid: number;
	/** Settles when the process is gone, for whatever reason. */
	readonly exited: Promise<void>;
	/** Has the server write everything down and exit; kills it if that takes over ten seconds. */
	stop(): Promise<void>;
}

export interface RedisProcessOptions {
	/** Absolute path of `redis-server` or `valkey-server`. */
	readonly binary: string;
	/** Where the append-only file lives; exists already. */
	readonly folder: string;
	readonly socketPath: string;
	readonly onLog: RedisLog;
	/** Redis settings by name that take precedence over ours, for instance to make it a cluster's node. */
	readonly settings?: Readonly<Record<string, string>>;
}

const STOPS_WITHIN_MS = 10_000;
const ASKS_AGAIN_AFTER_MS = 250;
const POLL_MS = 10;
const LAST_LINES_WITHIN_MS = 200;
const KEPT_LINES = 12;

// The shell becomes the server; the subshell it leaves behind reads a pipe that only we hold open. The pipe ends
// when we do, however that happens, and then the server is asked to stop. A line on it means: stand down.
const SUPERVISE = `exec 3<&0
server=$$
(read -r line <&3 || kill -TERM "$server") >/dev/null 2>&1 </dev/null &
exec "$@" </dev/null 3<&-`;

/**
 * Starts a Redis server that nobody but us can reach and that does not outlive us. Returns once it answers.
 *
 * @throws EmbeddedRedisError (`failed`) with the server's own last lines when it exits instead.
 */
export async function startRedisProcess(options: RedisProcessOptions): Promise<RedisProcess> {
	// A process group of its own keeps the terminal's Ctrl-C from stopping it before Gutsy has finished.
	const child = spawn('/bin/sh', ['-c', SUPERVISE, 'sh', options.binary, ...serverArguments(options)], {
		cwd: options.folder,
		detached: true,
		env: {},
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	const lines = collectLines(child, options.onLog);
	const exited = waitForExit(child);
	const answers = waitForAnswer(options.socketPath, exited);
	if (!(await answers) || child.pid === undefined) throw await startFailure(child, lines);
	return { pid: child.pid, exited, stop: () => stop(child, exited) };
}

function serverArguments({ folder, socketPath, settings = {} }: RedisProcessOptions): string[] {
	const all: Record<string, string> = {
		port: '0',
		unixsocket: socketPath,
		unixsocketperm: '700',
		dir: folder,
		daemonize: 'no',
		logfile: '',
		appendonly: 'yes',
		appendfsync: 'everysec',
		save: '',
		'maxmemory-policy': 'noeviction',
		// Nudges keep members in integer sets and small hashes, which these limits hold compact in memory.
		'set-max-intset-entries': '4096',
		// The name that Redis 5 and 6 know; Redis 7 and Valkey read it as hash-max-listpack-entries.
		'hash-max-ziplist-entries': '256',
		// A member's record is longer than the 64 bytes that Redis allows by itself.
		'hash-max-ziplist-value': String(LONGEST_RECORD),
		...settings,
	};
	return Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]);
}

/** Keeps the server's last lines for a failure's message, and passes every line on. */
function collectLines(child: Child, onLog: RedisLog): string[] {
	const lines: string[] = [];
	for (const output of [child.stdout, child.stderr]) {
		createInterface(output).on('line', (line) => {
			lines.push(line);
			if (lines.length > KEPT_LINES) lines.shift();
			onLog('info', /^\d+:[A-Z] .*? [.*#-] (.*)$/.exec(line)?.[1] ?? line);
		});
	}
	return lines;
}

function waitForExit(child: Child): Promise<void> {
	return new Promise((resolve) => {
		child.stdin.on('error', () => child.stdin.destroy());
		child.once('error', () => resolve());
		child.once('exit', () => {
			child.stdin.end('\n');
			resolve();
		});
	});
}

/** Waits as long as the server loads its data, which may be long; `false` when it exits instead. */
async function waitForAnswer(socketPath: string, exited: Promise<void>): Promise<boolean> {
	let gone = false;
	void exited.then(() => {
		gone = true;
	});
	while (!gone) {
		if ((await probeServer(socketPath)) === 'ready') return true;
		await delay(POLL_MS);
	}
	return false;
}

async function startFailure(child: Child, lines: readonly string[]): Promise<EmbeddedRedisError> {
	// The last lines may still be on their way when the process is gone.
	await Promise.race([finished(child.stdout).catch(() => {}), delay(LAST_LINES_WITHIN_MS)]);
	return new EmbeddedRedisError('failed', ['Redis did not start. Its last words:', ...lines].join('\n  '));
}

async function stop(child: Child, exited: Promise<void>): Promise<void> {
	// Redis may refuse a request to stop, for instance while it writes its first append-only file.
	child.kill('SIGTERM');
	const again = setInterval(() => child.kill('SIGTERM'), ASKS_AGAIN_AFTER_MS);
	const deadline = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
	await exited;
	clearInterval(again);
	clearTimeout(deadline);
}
