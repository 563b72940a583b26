import { describe, expect, test } from 'vitest';
import { formatLocalDay } from '../../src/nudges/local-day.ts';
import { useRoad } from './road.ts';
import { someMembers } from './stage.ts';

const road = useRoad();
const DAY_MS = 86_400_000;

describe('when a send fails', () => {
	async function due(count: number): Promise<string[]> {
		const ticker = await road().ticker();
		const members = someMembers(count);
		for (const member of members) await road().optIn(member, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		return members;
	}

	test('the member is tried again alone, with the same nonce', async () => {
		const { receiver, counter } = road();
		const members = await due(20);
		let failures = 0;
		receiver.answer((message, take) => {
			if (message.memberId !== members[0] || failures === 2) return take();
			failures += 1;
			throw new Error('Socket closed');
		});
		await road().worker();
		await counter.until('sent', 20);
		await road().drained();
		expect(receiver.posts).toHaveLength(22);
		const tries = receiver.posts.filter(({ memberId }) => memberId === members[0]);
		expect(new Set(tries.map(({ nonce }) => nonce)).size).toBe(1);
		expect(counter.of('retried')).toBe(2);
	});

	test('an answer that was lost makes one message of two posts', async () => {
		const { receiver, counter } = road();
		await due(1);
		receiver.answer((_message, take) => {
			take();
			if (receiver.posts.length === 1) throw new Error('Socket closed');
			return take();
		});
		await road().worker();
		await counter.until('sent', 1);
		expect(receiver.posts).toHaveLength(2);
		expect(receiver.messages).toHaveLength(1);
	});

	test('for good, it is given up as uncertain and not tried again', async () => {
		const { receiver, counter } = road();
		await due(1);
		receiver.answer(() => {
			throw new Error('Socket closed');
		});
		await road().worker();
		await counter.until('uncertain', 1);
		await road().drained();
		expect(receiver.posts).toHaveLength(4);
	});

	test('and its retry comes after the nonce is forgotten, nothing is sent', async () => {
		const { clock, receiver, counter } = road();
		await due(1);
		receiver.answer((_message, take) => {
			take();
			clock.pass(121_000);
			throw new Error('Socket closed');
		});
		await road().worker();
		await counter.until('uncertain', 1);
		await road().drained();
		expect(receiver.posts).toHaveLength(1);
		expect(receiver.messages).toHaveLength(1);
	});

	test('because sending is paused, it is sent later, however long that takes', async () => {
		const { clock, receiver, counter } = road();
		await due(3);
		let pauses = 3;
		receiver.answer((_message, take) => {
			if (pauses === 0) return take();
			pauses -= 1;
			clock.pass(300_000);
			return { kind: 'paused', retryAfterMs: 1 };
		});
		await road().worker();
		await counter.until('sent', 3);
		expect(receiver.messages).toHaveLength(3);
	});

	test('a pause after a lost answer does not lead to a double', async () => {
		const { clock, receiver, counter } = road();
		await due(1);
		receiver.answer((_message, take) => {
			if (receiver.posts.length > 1) {
				clock.pass(200_000);
				return { kind: 'paused', retryAfterMs: 1 };
			}
			take();
			throw new Error('Socket closed');
		});
		await road().worker();
		await counter.until('uncertain', 1);
		await road().drained();
		expect(receiver.messages).toHaveLength(1);
	});

	test('because Discord refuses the member three days running, nudges are suspended but kept', async () => {
		const { clock, receiver, counter, nudges } = road();
		const [member = ''] = await due(1);
		receiver.answer(() => ({ kind: 'refused', code: 50_007 }));
		await road().worker();
		const ticker = await road().ticker();
		for (const refusals of [1, 2, 3]) {
			await counter.until('refused', refusals);
			const status = await nudges.status(member);
			expect(status?.delivery).toEqual({
				kind: refusals < 3 ? 'waiting' : 'suspended',
				code: 50_007,
				refusals,
			});
			clock.pass(DAY_MS);
			await ticker.clockMoved();
		}
		await road().drained();
		expect(receiver.posts).toHaveLength(3);
		expect((await nudges.status(member))?.topics).toMatchObject([{ topic: 'diet', nextAt: undefined }]);
		receiver.answer((_message, take) => take());
		await road().optIn(member, 'diet', '8');
		clock.pass(DAY_MS);
		await ticker.clockMoved();
		await counter.until('sent', 1);
		expect((await nudges.status(member))?.delivery).toEqual({ kind: 'active' });
	});

	test('because Discord does not take what we wrote, it is logged and settled, and the member is not suspended', async () => {
		const { clock, receiver, counter, log, nudges } = road();
		const [member = ''] = await due(1);
		receiver.answer(() => ({ kind: 'rejected', code: 50_035 }));
		await road().worker();
		const ticker = await road().ticker();
		for (const day of [1, 2, 3]) {
			await counter.until('rejected', day);
			expect((await nudges.status(member))?.delivery).toEqual({ kind: 'active' });
			clock.pass(DAY_MS);
			await ticker.clockMoved();
		}
		await road().drained();
		expect(receiver.posts.map(({ day }) => formatLocalDay(day)).slice(0, 3)).toEqual([
			'2026-01-05',
			'2026-01-06',
			'2026-01-07',
		]);
		const errors = log.lines.filter(({ level }) => level === 'error');
		expect(errors.map(({ fields }) => fields)).toEqual([{ code: 50_035, leftOut: 0 }]);
	});

	test('and could only be tried when it is too late, it is not queued again', async () => {
		const { receiver, counter } = road();
		await due(1);
		receiver.answer(() => ({ kind: 'paused', retryAfterMs: 2 * 3_600_000 }));
		await road().worker();
		await counter.until('late', 1);
		await road().drained();
		expect(receiver.posts).toHaveLength(1);
	});

	test('for many at once, that is not logged for each', async () => {
		const { receiver, counter, log } = road();
		await due(20);
		receiver.answer(() => {
			throw new Error('Socket closed');
		});
		await road().worker();
		await counter.until('uncertain', 20);
		expect(log.lines.map(({ message }) => message)).toEqual(['A nudge could not be sent']);
	});

	test('because the token is refused, the worker stops, says so once, and loses nothing', async () => {
		const { receiver, counter, log } = road();
		await due(30);
		receiver.answer(() => ({ kind: 'unauthorized' }));
		const worker = await new Promise<{ close(): Promise<void> }>((resolve) => {
			const started = road().worker({ onUnauthorized: () => resolve(started), concurrency: 1 });
		});
		await worker.close();
		expect(receiver.posts).toHaveLength(1);
		expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
		receiver.answer((_message, take) => take());
		await road().worker();
		await counter.until('sent', 30);
		expect(receiver.messages).toHaveLength(30);
	});
});
