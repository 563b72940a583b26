import { describe, expect, test, vi } from 'vitest';
import { deliveryJob } from '../../src/nudges/delivery-job.ts';
import { sendBreaker, sendSlots } from '../../src/redis/keys.ts';
import { useRoad } from './road.ts';
import { someMembers } from './stage.ts';

const road = useRoad();

async function due(count: number): Promise<string[]> {
	const ticker = await road().ticker();
	const members = someMembers(count);
	for (const member of members) await road().optIn(member, 'diet', '8');
	await road().tickAt(ticker, '2026-01-05T08:00:05Z');
	return members;
}

/** Waits until all that was due waits for a later time. */
async function allPutOff() {
	const queue = road().queue();
	return vi.waitFor(
		async () => {
			const { active, waiting, delayed } = await queue.getJobCounts();
			expect([active, waiting]).toEqual([0, 0]);
			expect(delayed).toBeGreaterThan(0);
			return queue.getDelayed();
		},
		{ timeout: 15_000, interval: 10 },
	);
}

/** As if ten minutes had passed: one message may try, and what was put off is looked at again. */
async function tenMinutesLater(): Promise<void> {
	await road().client.hset(sendBreaker(), 'until', '0');
	await road().queue().promoteJobs();
}

describe('when Discord says that direct messages come too fast', () => {
	const tooFast = { kind: 'paused', retryAfterMs: 600_000, concerns: 'direct-messages' } as const;

	test('all of them wait, none is lost, and no try is spent', async () => {
		const { receiver, counter, log } = road();
		const members = await due(60);
		receiver.answer(() => tooFast);
		await road().worker({ concurrency: 1 });
		const jobs = (await allPutOff()).map(({ data }) => deliveryJob.parse(data));
		expect(receiver.posts).toHaveLength(1);
		expect(jobs.flatMap((job) => job.members).sort()).toEqual(members.toSorted());
		expect(jobs.every(({ tries }) => tries === 0)).toBe(true);
		expect(counter.of('halted')).toBe(1);
		expect(log.lines).toEqual([
			{
				level: 'error',
				fields: { why: 'too fast' },
				message: 'All direct messages are halted; one tries again in ten minutes',
			},
		]);
	});

	test('one tries after ten minutes, and the rest follow when it arrives', async () => {
		const { receiver, counter, log } = road();
		await due(60);
		receiver.answer(() => tooFast);
		await road().worker();
		await allPutOff();
		const tried = receiver.posts.length;
		receiver.answer((_message, take) => take());
		await tenMinutesLater();
		await counter.until('sent', 1);
		await vi.waitFor(async () => expect(await road().client.exists(sendBreaker())).toBe(0));
		// Whoever asked while the one was trying waits for its minute, which is over, too.
		await vi.waitFor(async () => {
			await road().queue().promoteJobs();
			expect(counter.of('sent')).toBe(60);
		});
		expect(receiver.posts).toHaveLength(tried + 60);
		expect(receiver.messages).toHaveLength(60);
		expect(log.lines.at(-1)).toMatchObject({ level: 'info', message: 'Direct messages go out again' });
	});

	test('those that could only come too late are left out', async () => {
		const { clock, receiver, counter } = road();
		await due(20);
		receiver.answer(() => {
			clock.set('2026-01-05T09:55Z');
			return tooFast;
		});
		await road().worker({ concurrency: 1 });
		await counter.until('late', 20);
		await road().drained();
		expect(receiver.posts).toHaveLength(1);
	});
});

test('a burst of refusals halts all direct messages', async () => {
	const { receiver, counter } = road();
	await due(60);
	receiver.answer(() => ({ kind: 'refused', code: 50_007 }));
	await road().worker({ concurrency: 1 });
	await counter.until('halted', 1);
	await allPutOff();
	expect(counter.of('refused')).toBe(20);
	expect(receiver.posts).toHaveLength(20);
});

test('a limit for the whole bot slows all processes down, and what it met comes later', async () => {
	const { receiver, counter } = road();
	await due(3);
	receiver.answer((_message, take) =>
		receiver.posts.length === 1 ? { kind: 'paused', retryAfterMs: 1, concerns: 'bot' } : take(),
	);
	await road().worker({ sendRate: 48 });
	await counter.until('sent', 3);
	expect(Number(await road().client.hget(sendSlots(), 'pace'))).toBe(40);
	expect(receiver.messages).toHaveLength(3);
});
