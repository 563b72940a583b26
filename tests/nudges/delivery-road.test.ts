import { describe, expect, test } from 'vitest';
import { formatLocalDay } from '../../src/nudges/local-day.ts';
import { shardOf } from '../../src/nudges/member-keys.ts';
import { cursor, NUDGE_SHARDS } from '../../src/redis/keys.ts';
import { useRoad } from './road.ts';
import { someMembers } from './stage.ts';

const road = useRoad();
const MEMBER = '123456789012345678';

describe('a nudge', () => {
	test('comes at its local time, once, with the topics of one minute in one message', async () => {
		const { receiver, counter } = road();
		const ticker = await road().ticker();
		await road().worker();
		await road().optIn(MEMBER, 'sleep diet', '8');
		await road().tickAt(ticker, '2026-01-05T07:59:59Z');
		expect(receiver.posts).toEqual([]);
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await counter.until('sent', 1);
		expect(receiver.messages).toHaveLength(1);
		const [message] = receiver.messages;
		expect(message).toMatchObject({ channelId: '200', memberId: MEMBER });
		expect(message?.nudges.map(({ topic }) => topic)).toEqual(['sleep', 'diet']);
		expect(message?.nudges[0]).toMatchObject({ why: 'Small steps last', faq: 'sleep-and-skin' });
		expect(message?.nonce).toMatch(/^[\w-]{25}$/);
	});

	test('comes again the next day, with other words and another nonce', async () => {
		const { receiver, counter } = road();
		const ticker = await road().ticker();
		await road().worker();
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00Z');
		await counter.until('sent', 1);
		await road().tickAt(ticker, '2026-01-06T08:00Z');
		await counter.until('sent', 2);
		const [first, second] = receiver.messages;
		expect(second?.nudges[0]?.id).not.toBe(first?.nudges[0]?.id);
		expect(second?.nonce).not.toBe(first?.nonce);
	});

	test('comes without anybody asking: the tick runs by itself', async () => {
		const { clock, counter, receiver } = road();
		await road().optIn(MEMBER, 'diet', '8');
		clock.set('2026-01-05T08:00Z');
		await road().worker();
		await road().ticker();
		await counter.until('sent', 1);
		expect(receiver.messages).toHaveLength(1);
	});

	test('comes once when several tickers look at once', async () => {
		const { clock, receiver, counter } = road();
		const members = someMembers(120);
		for (const member of members) await road().optIn(member, 'all', '8');
		const tickers = await Promise.all([road().ticker(), road().ticker(), road().ticker()]);
		clock.set('2026-01-05T08:00:05Z');
		await road().worker();
		await Promise.all(tickers.map((ticker) => ticker.clockMoved()));
		await counter.until('sent', 120);
		await road().drained();
		expect(receiver.posts).toHaveLength(120);
	});

	test('comes once when the ticker ended between enqueueing and advancing', async () => {
		const { client, receiver, counter } = road();
		const members = someMembers(40);
		for (const member of members) await road().optIn(member, 'diet', '8');
		const ticker = await road().ticker();
		await road().worker();
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await counter.until('sent', 20);
		const before = Date.parse('2026-01-05T07:59Z') / 60_000;
		for (let shard = 0; shard < NUDGE_SHARDS; shard += 1) await client.set(cursor(shard), before);
		await ticker.clockMoved();
		await counter.until('sent', 40);
		await road().drained();
		expect(receiver.posts.map(({ memberId }) => memberId).sort()).toEqual(members.toSorted());
	});

	test('does not come to who stops after it was enqueued', async () => {
		const { receiver, counter, nudges } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		expect(counter.of('enqueued')).toBe(1);
		await nudges.stop(MEMBER);
		await road().worker();
		await road().drained();
		expect(receiver.posts).toEqual([]);
	});

	test('comes without a topic that was stopped after it was enqueued', async () => {
		const { receiver, counter, nudges } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'all', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await nudges.stop(MEMBER, ['stress']);
		await road().worker();
		await counter.until('sent', 1);
		expect(receiver.messages[0]?.nudges.map(({ topic }) => topic)).toEqual(['sleep', 'diet']);
	});

	test('comes at the new time only when its time was changed after it was enqueued', async () => {
		const { receiver, counter } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await road().optIn(MEMBER, 'diet', '9');
		await road().worker();
		await road().drained();
		expect(receiver.posts).toEqual([]);
		await road().tickAt(ticker, '2026-01-05T09:00:05Z');
		await counter.until('sent', 1);
		await road().tickAt(ticker, '2026-01-06T08:00:05Z');
		await road().tickAt(ticker, '2026-01-06T09:00:05Z');
		await counter.until('sent', 2);
		expect(receiver.messages.map(({ day }) => formatLocalDay(day))).toEqual(['2026-01-05', '2026-01-06']);
	});

	test('is not doubled by starting again after it came', async () => {
		const { receiver, counter, nudges } = road();
		const ticker = await road().ticker();
		await road().worker();
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		await counter.until('sent', 1);
		await nudges.stop(MEMBER);
		await road().optIn(MEMBER, 'diet', '8');
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:01:05Z');
		await road().tickAt(ticker, '2026-01-06T08:00:05Z');
		await counter.until('sent', 2);
		expect(receiver.posts.map(({ day }) => formatLocalDay(day))).toEqual(['2026-01-05', '2026-01-06']);
	});

	test('is skipped when it waited in the queue for over two hours', async () => {
		const { clock, receiver, counter } = road();
		const ticker = await road().ticker();
		await road().optIn(MEMBER, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		clock.set('2026-01-05T10:01Z');
		await road().worker();
		await counter.until('late', 1);
		await road().drained();
		expect(receiver.posts).toEqual([]);
	});

	test('is skipped when its turn to be sent came over two hours late', async () => {
		const { clock, receiver, counter } = road();
		const ticker = await road().ticker();
		// One shard, so that they make one job.
		const members = someMembers(400).filter((member) => shardOf(member) === 0);
		for (const member of members) await road().optIn(member, 'diet', '8');
		await road().tickAt(ticker, '2026-01-05T08:00:05Z');
		receiver.answer((_message, take) => {
			if (receiver.posts.length === 3) clock.set('2026-01-05T10:00:06Z');
			return take();
		});
		await road().worker();
		await counter.until('sent', 3);
		await road().drained();
		expect(receiver.posts).toHaveLength(3);
		expect(counter.of('late')).toBe(members.length - 3);
	});

	test('waits while a leap of the clock is in doubt, until somebody says that it is right', async () => {
		const { clock, counter, log } = road();
		const ticker = await road().ticker();
		await ticker.tickNow();
		await road().optIn(MEMBER, 'diet', '8');
		clock.set('2026-01-05T08:00:05Z');
		await ticker.tickNow();
		expect(counter.of('enqueued')).toBe(0);
		expect(log.lines.map(({ message }) => message)).toEqual([
			'The clock leapt ahead: nudges wait until it is sure',
		]);
		await ticker.clockMoved();
		expect(counter.of('enqueued')).toBe(1);
	});
});

test('a job that is no delivery fails for good and harms nothing', async () => {
	const { counter, log } = road();
	const queue = road().queue();
	await queue.add('deliver', { members: [] }, { attempts: 5 });
	const ticker = await road().ticker();
	await road().worker();
	await road().optIn(MEMBER, 'diet', '8');
	await road().tickAt(ticker, '2026-01-05T08:00:05Z');
	await counter.until('sent', 1);
	await road().drained();
	expect(await queue.getFailedCount()).toBe(1);
	expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('a job that fails for good keeps no ids', async () => {
	const { counter } = road();
	const ticker = await road().ticker();
	await road().optIn(MEMBER, 'diet', '8');
	await road().tickAt(ticker, '2026-01-05T08:00:05Z');
	const queue = road().queue();
	const [job] = await queue.getWaiting();
	await job?.updateData({ ...job.data, zone: 'Mars/Olympus' });
	await road().worker();
	await road().drained();
	expect(await queue.getFailedCount()).toBe(0);
	expect(await queue.getJob(job?.id ?? '')).toBeUndefined();
	expect(counter.of('sent')).toBe(0);
});

test('job payloads name members and times only', async () => {
	const ticker = await road().ticker();
	await road().optIn(MEMBER, 'diet', '8');
	await road().tickAt(ticker, '2026-01-05T08:00:05Z');
	const jobs = await road().queue().getWaiting();
	expect(jobs.map(({ data }) => data)).toEqual([
		{
			kind: 'daily',
			zone: 'UTC',
			day: 20_458,
			time: 480,
			strikeAt: Date.parse('2026-01-05T08:00Z'),
			members: [MEMBER],
			turn: 0,
			tries: 0,
		},
	]);
	expect(jobs[0]?.id).not.toContain(':');
});
