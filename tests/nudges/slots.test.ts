import { setMaxListeners } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createSlots } from '../../src/nudges/slots.ts';
import { sendSlots } from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const never = new AbortController().signal;
setMaxListeners(20, never);

/** When the next slot is free, in microseconds by the server's clock. */
const nextFree = async () => Number(await redis.client.get(sendSlots()));

describe('the slots', () => {
	test('lie one interval apart, whoever takes them', async () => {
		const [a, b] = [
			createSlots({ redis: redis.client, rate: 200 }),
			createSlots({ redis: redis.client, rate: 200 }),
		];
		await a.take(never);
		const first = await nextFree();
		await Promise.all([a.take(never), b.take(never), a.take(never), b.take(never)]);
		expect((await nextFree()) - first).toBeGreaterThanOrEqual(4 * 5_000);
	});

	test('are booked no further ahead than the horizon', async () => {
		const slots = createSlots({ redis: redis.client, rate: 100, horizonMs: 20 });
		// From the first call on the server knows the script, and every answer comes the same way.
		await slots.take(never);
		const asked = vi.spyOn(redis.client, 'evalsha');
		await Promise.all(Array.from({ length: 12 }, () => slots.take(never)));
		const answers = asked.mock.settledResults.flatMap(({ type, value }) =>
			type === 'fulfilled' ? [value] : [],
		);
		const booked = z
			.array(z.tuple([z.number(), z.number()]))
			.parse(answers)
			.filter(([taken]) => taken === 1);
		expect(booked).toHaveLength(12);
		expect(Math.max(...booked.map(([, aheadMicros]) => aheadMicros))).toBeLessThanOrEqual(20_000);
	});

	test('that nobody took are gone', async () => {
		const slots = createSlots({ redis: redis.client, rate: 1_000 });
		await redis.client.set(sendSlots(), '1000');
		await slots.take(never);
		const [seconds] = await redis.client.time();
		expect(await nextFree()).toBeGreaterThan((Number(seconds) - 5) * 1e6);
	});

	test('are not blocked by a time from before the clock was put back', async () => {
		const [seconds] = await redis.client.time();
		await redis.client.set(sendSlots(), String((Number(seconds) + 3_600) * 1e6));
		await createSlots({ redis: redis.client, rate: 1_000 }).take(never);
		expect(await nextFree()).toBeLessThan((Number(seconds) + 60) * 1e6);
	});

	test('are no longer waited for after an abort', async () => {
		const slots = createSlots({ redis: redis.client, rate: 0.05 });
		const stopping = new AbortController();
		await slots.take(stopping.signal);
		const waiting = slots.take(stopping.signal);
		stopping.abort();
		await expect(waiting).rejects.toThrow();
	});
});
