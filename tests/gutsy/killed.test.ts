import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import { useRedis } from '../support/redis.ts';
import { subscribeSome } from '../support/subscribe-some.ts';

const MEMBERS = 60;
const DAY = 86_400_000;

const redis = useRedis();
const children: ChildProcess[] = [];
let discord: LocalDiscord | undefined;

afterEach(async () => {
	for (const child of children.splice(0)) await end(child, 'SIGKILL');
	await discord?.close();
});

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exited = once(child, 'exit');
	child.kill(signal);
	await exited;
}

function runGutsy({ apiUrl, token }: LocalDiscord, aheadMs: number): ChildProcess {
	const how = JSON.stringify({ token, apiUrl, socketPath: redis.socketPath, aheadMs });
	const child = spawn(process.execPath, ['--import', 'tsx', 'tests/gutsy/run-gutsy.ts', how], {
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	children.push(child);
	return child;
}

test('nudges that are due while Gutsy is killed and started again arrive once', {
	timeout: 90_000,
}, async () => {
	const noon = Math.ceil(Date.now() / DAY) * DAY + DAY / 2;
	discord = await startLocalDiscord();
	const there = discord;
	const clock = () => noon - 3_600_000;
	const counts = await subscribeSome({ discord: there, redis: redis.client, clock, count: MEMBERS });

	// Thirty seconds past noon: due, and not late.
	const ahead = noon + 30_000 - Date.now();
	const first = runGutsy(there, ahead);
	await there.until(() => counts().some((count) => count > 0), { timeoutMs: 40_000 });
	await end(first, 'SIGKILL');
	expect(counts()).toContain(0);

	runGutsy(there, ahead);
	await there.until(() => counts().every((count) => count > 0), { timeoutMs: 40_000 });
	const last = children.at(-1);
	if (last) await end(last, 'SIGTERM');
	expect(counts()).toEqual(Array(MEMBERS).fill(1));
});
