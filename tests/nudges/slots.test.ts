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
		const [a, b] = [
			someSlots({ rate: 200 }),
			someSlots({ rate: 200 }),
		];
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

	test('are no longer waited for after an abort', async () => {
		const slots = someSlots({ rate: 0.05 });
		const stopping = new AbortController();
		await slots.take(stopping.signal);
		const waiting = slots.take(stopping.signal);
		stopping.abort();
		await expect(waiting).rejects.toThrow();
	});
});
