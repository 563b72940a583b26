import { setMaxListeners } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createAnswerTally } from '../../src/nudges/answer-tally.ts';
import { createSlots, type SlotsOptions } from '../../src/nudges/slots.ts';
import { sendSlots } from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const never = new AbortController().signal;
setMaxListeners(20, never);

function someSlots(options: Partial<SlotsOptions> & { rate: number }) {
	return createSlots({ redis: redis.client, tally: createAnswerTally(), onChange() {}, ...options });
}

/** When the next slot is free, in microseconds by the server's clock. */
const nextFree = async () => Number(await redis.client.hget(sendSlots(), 'free'));
const nowMicros = async () => {
	const [seconds, micros] = await redis.client.time();
	return Number(seconds) * 1e6 + Number(micros);
};

describe('the slots', () => {
	test('lie one interval apart, whoever takes them', async () => {
		const [a, b] = [someSlots({ rate: 200 }), someSlots({ rate: 200 })];
		await a.take(never);
		const first = await nextFree();
		await Promise.all([a.take(never), b.take(never), a.take(never), b.take(never)]);
		expect((await nextFree()) - first).toBeGreaterThanOrEqual(4 * 5_000);
	});

	test('are booked no further ahead than the horizon', async () => {
		const slots = someSlots({ rate: 100, horizonMs: 20 });
		// From the first call on the server knows the script, and every answer comes the same way.
		await slots.take(never);
		const asked = vi.spyOn(redis.client, 'evalsha');
		await Promise.all(Array.from({ length: 12 }, () => slots.take(never)));
		const answers = asked.mock.settledResults.flatMap(({ type, value }) =>
			type === 'fulfilled' ? [value] : [],
		);
		const booked = z
			.array(z.tuple([z.number(), z.number(), z.string()]))
			.parse(answers)
			.filter(([taken]) => taken === 1);
		expect(booked).toHaveLength(12);
		expect(Math.max(...booked.map(([, aheadMicros]) => aheadMicros))).toBeLessThanOrEqual(20_000);
	});

	test('that nobody took are gone', async () => {
		const slots = someSlots({ rate: 1_000 });
		await redis.client.hset(sendSlots(), 'free', '1000', 'nudge', '1000');
		await slots.take(never);
		expect(await nextFree()).toBeGreaterThan((await nowMicros()) - 5e6);
	});

	test('are not blocked by a time from before the clock was put back', async () => {
		const later = String((await nowMicros()) + 3_600e6);
		await redis.client.hset(sendSlots(), { free: later, nudge: later, since: later });
		await someSlots({ rate: 1_000 }).take(never);
		expect(await nextFree()).toBeLessThan((await nowMicros()) + 60e6);
	});

	test('go to who may not wait before the nudges that have none yet', async () => {
		const slots = someSlots({ rate: 48 });
		const stopping = new AbortController();
		const nudges = Array.from({ length: 200 }, () => slots.take(stopping.signal).catch(() => undefined));
		await nudges[0];
		await slots.takeSoon('other', never);
		// Two hundred nudges take four seconds: those before it were booked 40 ms ahead at most.
		expect((await nextFree()) - (await nowMicros())).toBeLessThan(100_000);
		stopping.abort();
		await Promise.all(nudges);
	});

	test('are no longer waited for after an abort', async () => {
		const slots = someSlots({ rate: 0.05 });
		const stopping = new AbortController();
		await slots.take(stopping.signal);
		const waiting = slots.take(stopping.signal);
		stopping.abort();
		await expect(waiting).rejects.toThrow();
	});
});

describe('the pace', () => {
	const MINUTE = 60e6;

	/** Slots a second that lie between the one that is booked now and the next of its kind. */
	async function paceOf(rate: number, purpose: 'nudge' | 'other', horizonMs = 59_000): Promise<number> {
		const slots = someSlots({ rate, horizonMs });
		const booked = (await nowMicros()) + 20e6;
		await redis.client.hset(sendSlots(), 'free', String(booked));
		const field = purpose === 'nudge' ? 'nudge' : 'free';
		await redis.client.hdel(sendSlots(), 'nudge');
		const stopping = new AbortController();
		const waiting =
			purpose === 'nudge' ? slots.take(stopping.signal) : slots.takeSoon('other', stopping.signal);
		const next = await vi.waitFor(async () => {
			const found = Number(await redis.client.hget(sendSlots(), field));
			expect(found).toBeGreaterThan(booked);
			return found;
		});
		stopping.abort();
		await expect(waiting).rejects.toThrow();
		return 1e6 / (next - booked);
	}

	const quietFor = async (minutes: number) =>
		redis.client.hset(sendSlots(), 'since', String((await nowMicros()) - minutes * MINUTE));

	test.each([
		[45, 0, 45],
		[48, 0, 45],
		[48, 1, 46],
		[48, 3, 48],
		[48, 600, 48],
		[46, 600, 46],
		[20, 600, 20],
		[0.5, 600, 0.5],
	])('of nudges at a rate of %f is, after %i quiet minutes, %f', async (rate, minutes, pace) => {
		await quietFor(minutes);
		expect(await paceOf(rate, 'nudge')).toBeCloseTo(pace, 1);
	});

	test.each([
		[48, 0, 40],
		[48, 3, 43],
		[48, 8, 48],
		[45, 600, 45],
		[9, 0, 8],
		[9, 600, 9],
	])(
		'of nudges at a rate of %f is, %i minutes after a limit for the whole bot, %f',
		async (rate, minutes, pace) => {
			await someSlots({ rate }).slowDown(1);
			await quietFor(minutes);
			expect(await paceOf(rate, 'nudge')).toBeCloseTo(pace, 1);
		},
	);

	test('of other requests does not depend on the rate of nudges', async () => {
		expect(await paceOf(0.5, 'other')).toBeCloseTo(45, 1);
	});

	test('stops for all while Discord limits the bot, however often that is said', async () => {
		const [a, b] = [someSlots({ rate: 48 }), someSlots({ rate: 48 })];
		await Promise.all([a.slowDown(30_000), b.slowDown(20_000)]);
		const ahead = (await nextFree()) - (await nowMicros());
		expect(ahead).toBeGreaterThan(25e6);
		expect(ahead).toBeLessThanOrEqual(30e6);
	});

	test('is forgotten after an hour without a request', async () => {
		await someSlots({ rate: 48 }).take(never);
		expect(await redis.client.ttl(sendSlots())).toBe(3_600);
	});
});
