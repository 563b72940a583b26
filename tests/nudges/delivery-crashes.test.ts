import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { NudgeMessage } from '../../src/nudges/delivery.ts';
import { shardOf } from '../../src/nudges/member-keys.ts';
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

	test('what was put off when a power cut took it is delivered after all', { timeout: 60_000 }, async () => {
		const { receiver, redis } = road();
		const ticker = await road().ticker();
		const [first = '', second = ''] = someMembers(60).filter((member) => shardOf(member) === 3);
		for (const member of [first, second]) await road().optIn(member, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await ticker.close();
		// The first that is posted fails, so it waits as a job of its own; the cut comes while the other is being sent.
		let goOn = () => {};
		const sending = new Promise<void>((resolve) => {
			receiver.answer((_message, take) => {
				if (receiver.posts.length === 1) throw new Error('Cut off');
				if (receiver.posts.length > 2) return take();
				resolve();
				return new Promise((answer) => {
					goOn = () => answer(take());
				});
			});
		});
		await road().worker({ retryDelaysMs: [3_600_000], lockDurationMs: 5_000 });
		await sending;
		const deliveries = road().queue();
		deliveries.on('error', () => {});
		for (const job of await deliveries.getDelayed()) await job.remove();
		await redis.killHard();
		await redis.restart();
		goOn();
		await receiver.until(() => receiver.messages.length === 2);
		await road().drained();
		expect(receiver.messages.map(({ memberId }) => memberId).sort()).toEqual([first, second].toSorted());
	});
});
