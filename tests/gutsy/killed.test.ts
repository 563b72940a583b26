import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Routes } from 'discord-api-types/v10';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createRest } from '../../src/discord/rest.ts';
import { createNudges } from '../../src/nudges/nudges.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import { useRedis } from '../support/redis.ts';

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

/** Members who have opted in for the same minute, with their conversations open. */
async function subscribe(there: LocalDiscord, clock: () => number) {
	const nudges = createNudges({ subscriptions: createSubscriptions(redis.client), clock });
	const rest = createRest(there.apiUrl, there.token);
	const guild = there.world.addGuild({ name: 'Server', channels: ['general'] });
	const members = Array.from({ length: MEMBERS }, (_, index) =>
		there.world.addUser({ username: `member${index}` }),
	);
	for (const { id: memberId } of members) {
		there.world.addMember(guild.id, memberId);
		const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: memberId } });
		const { id: channelId } = z.object({ id: z.string() }).parse(opened);
		const plan = await nudges.plan({
			memberId,
			topics: 'stress',
			time: '12:00',
			timeZone: 'UTC',
			exact: true,
		});
		await nudges.start(plan, { channelId, consent: { version: 1, at: clock() } });
	}
	return () => members.map(({ id }) => there.member(id, 'dm').directMessages().length);
}

test('nudges that are due while Gutsy is killed and started again arrive once', async () => {
	const noon = Math.ceil(Date.now() / DAY) * DAY + DAY / 2;
	discord = await startLocalDiscord();
	const there = discord;
	const counts = await subscribe(there, () => noon - 3_600_000);

	// Thirty seconds past noon: due, and not late.
	const ahead = noon + 30_000 - Date.now();
	const first = runGutsy(there, ahead);
	await there.until(() => counts().some((count) => count > 0), { timeoutMs: 15_000 });
	await end(first, 'SIGKILL');
	expect(counts()).toContain(0);

	runGutsy(there, ahead);
	await there.until(() => counts().every((count) => count > 0), { timeoutMs: 15_000 });
	const last = children.at(-1);
	if (last) await end(last, 'SIGTERM');
	expect(counts()).toEqual(Array(MEMBERS).fill(1));
});
