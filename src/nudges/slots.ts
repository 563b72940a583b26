import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { sendSlots } from '../redis/keys.ts';
import { defineScript, type ScriptClient } from '../redis/script.ts';

/** Discord's limit counts for the bot as a whole, so every process takes its turns from one place. */
export interface Slots {
	/** Waits for the next free slot. Rejects when the signal aborts. */
	take(signal: AbortSignal): Promise<void>;
}

export interface SlotsOptions {
	readonly redis: ScriptClient;
	/** Slots a second. */
	readonly rate: number;
	/** How far ahead a slot may be booked. Short, so that whoever may book further is never far behind. */
	readonly horizonMs?: number;
}

// Microseconds by the server's clock, the one clock that all processes share. Slots that nobody took are gone, so
// a pause is never followed by a burst.
const TAKE = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local interval, horizon = tonumber(ARGV[1]), tonumber(ARGV[2])
local free = tonumber(redis.call('GET', KEYS[1]) or '0')
-- Nobody books a minute ahead: such a time is from before the clock was put back.
if free > now + 60000000 then free = now end
local slot = math.max(now, free)
if slot - now > horizon then return { 0, slot - now - horizon } end
redis.call('SET', KEYS[1], string.format('%.0f', slot + interval), 'PX', 120000)
return { 1, slot - now }`;

const take = defineScript({ keys: 1, lua: TAKE });
const reply = z.tuple([z.number(), z.number()]);

const DEFAULT_HORIZON_MS = 40;

export function createSlots({ redis, rate, horizonMs = DEFAULT_HORIZON_MS }: SlotsOptions): Slots {
	const interval = Math.round(1_000_000 / rate);
	return {
		async take(signal) {
			for (;;) {
				signal.throwIfAborted();
				const [taken, wait] = reply.parse(await take(redis, [sendSlots()], [interval, horizonMs * 1_000]));
				await delay(wait / 1_000, undefined, { signal });
				if (taken === 1) return;
			}
		},
	};
}
