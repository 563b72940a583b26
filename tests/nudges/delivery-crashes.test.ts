import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { NudgeMessage } from '../../src/nudges/delivery.ts';
import { useRoad } from './road.ts';
import { someMembers } from './stage.ts';

const road = useRoad();
const MEMBER = '123456789012345678';

describe('when something ends in the midst of it', () => {
	test('a worker killed between sending and noting it leaves one message', { timeout: 30_000 }, async () => {
		const { clock, receiver, counter, redis } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		const script = fileURLToPath(new URL('crashing-worker.ts', import.meta.url));
		const child = spawn(
			process.execPath,
			['--import', 'tsx', script, redis.socketPath, String(clock.now())],
			{ stdio: ['ignore', 'pipe', 'inherit'] },
		);
		const [line] = await once(createInterface({ input: child.stdout }), 'line');
		const message: NudgeMessage = JSON.parse(String(line));
		await receiver.send(message);
		child.kill('SIGKILL');
		await once(child, 'exit');
		await road().worker();
		await counter.until('sent', 1);
		expect(receiver.posts).toEqual([message, message]);
		expect(receiver.messages).toHaveLength(1);
	});

	test('a worker that closes hands back what it has not begun', async () => {
		const { receiver, counter } = road();
		const ticker = await road().ticker();
		const members = someMembers(60);
		for (const member of members) await road().optIn(member, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		const first = await road().worker({ sendRate: 100 });
		await receiver.until(() => receiver.posts.length >= 3);
		await first.close();
		const done = receiver.posts.length;
		expect(done).toBeLessThan(60);
		await road().worker();
		await counter.until('sent', 60);
		await road().drained();
		expect(receiver.posts.map(({ memberId }) => memberId).sort()).toEqual(members.toSorted());
	});

	test('a Redis that is killed and comes back loses and doubles nothing', { timeout: 60_000 }, async () => {
		const { receiver, redis } = road();
		const ticker = await road().ticker();
		const members = someMembers(80);
		for (const member of members) await road().optIn(member, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await road().worker({ sendRate: 200 });
		await receiver.until(() => receiver.messages.length >= 20);
		await redis.killHard();
		await redis.restart();
		await receiver.until(() => receiver.messages.length >= 80);
		await road().drained();
		expect(receiver.messages.map(({ memberId }) => memberId).sort()).toEqual(members.toSorted());
	});
});
