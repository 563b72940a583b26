import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { defineScript, type ScriptClient } from '../redis/script.ts';
import type { AnswerTally } from './answer-tally.ts';
import { type BreakerChange, breakerChange, noChange, SENDING_KEYS } from './breaker.ts';
import { BREAKER } from './breaker-script.ts';
import { type SendPace, sendPace } from './send-pace.ts';

/** Discord's limit counts for the bot as a whole, so every process takes its turns from one place. */
export interface Slots {
	/** Waits for the next slot that is free for a nudge. Rejects when the signal aborts. */
	take(signal: AbortSignal): Promise<Turn>;
	/** The same for a request that somebody waits for: it goes before the nudges that have no slot yet. */
	takeSoon(purpose: 'message' | 'other', signal: AbortSignal): Promise<Turn>;
	/** After a limit for the whole bot: nobody gets a slot for so long, and then all go slower for a while. */
	slowDown(pauseMs: number): Promise<void>;
}

/**
 * - `go`: it is the holder's turn; `trial` when all others are halted until it is known what becomes of this one
 * - `halted`: no direct message may go out
 */
export type Turn =
	| { readonly kind: 'go'; readonly trial: boolean }
	| { readonly kind: 'halted'; readonly forMs: number };

export interface SlotsOptions {
	readonly redis: ScriptClient;
	/** Nudges a second. */
	readonly rate: number;
	/** What was counted goes along with the calls. */
	readonly tally: AnswerTally;
	readonly onChange: (change: BreakerChange) => void;
	/** How far ahead a nudge may book. Short, so that whoever may book further is never far behind. */
	readonly horizonMs?: number;
}

// Slots that nobody took are gone, so a pause is never followed by a burst. The pace climbs from where it was at the
// last limit, or at the first slot.
const PACE = `
local nudges, start, most, least, climb =
  tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local free, nudgeFree, pace, since = unpack(redis.call('HMGET', KEYS[1], 'free', 'nudge', 'pace', 'since'))
free, nudgeFree = tonumber(free or '0'), tonumber(nudgeFree or '0')
-- Nobody books a minute ahead: such a time is from before the clock was put back.
if free > now + 60000000 then free = now end
if nudgeFree > now + 60000000 then nudgeFree = now end
pace, since = tonumber(pace or start), tonumber(since or '-1')
if since < 0 or since > now then
  since = now
  redis.call('HSET', KEYS[1], 'pace', tostring(pace), 'since', whole(since))
end
pace = math.min(most, pace + climb * (now - since) / 60000000)`;

const TAKE = `${BREAKER}${PACE}
local purpose, horizon = ARGV[6], tonumber(ARGV[7])
local change = note(tonumber(ARGV[8]), tonumber(ARGV[9]), tonumber(ARGV[10]))
local left, trial = nil, false
if purpose ~= 'other' then left, trial = halted() end
if left then return { 2, left, change } end
local slot = math.max(now, free)
if purpose == 'nudge' then
  slot = math.max(slot, nudgeFree)
  if slot - now > horizon then return { 0, slot - now - horizon, change } end
  local own = nudges >= start and math.min(pace, nudges) or nudges * math.min(1, pace / start)
  redis.call('HSET', KEYS[1], 'nudge', whole(slot + 1000000 / own))
end
if trial then try() end
redis.call('HSET', KEYS[1], 'free', whole(slot + 1000000 / pace))
redis.call('EXPIRE', KEYS[1], 3600)
return { trial and 3 or 1, slot - now, change }`;

const SLOW_DOWN = `${BREAKER}${PACE}
redis.call('HSET', KEYS[1], 'free', whole(math.max(free, now + tonumber(ARGV[6]))), 'pace', tostring(least), 'since', whole(now))
redis.call('EXPIRE', KEYS[1], 3600)`;

const take = defineScript({ keys: 3, lua: TAKE });
const slowDown = defineScript({ keys: 3, lua: SLOW_DOWN });

const NOT_YET = 0;
const HALTED = 2;
const TRIAL = 3;
const reply = z.tuple([z.int().min(0).max(TRIAL), z.number(), z.union([noChange, breakerChange])]);

const DEFAULT_HORIZON_MS = 40;
/** Less than what passes for a time from before the clock was put back. */
const LONGEST_PAUSE_MS = 50_000;

export function createSlots(options: SlotsOptions): Slots {
	const { redis, rate, tally, onChange, horizonMs = DEFAULT_HORIZON_MS } = options;
	const pace = paceArguments(sendPace(rate));
	let lastAsked: Promise<unknown> = Promise.resolve();

	async function ask(purpose: 'nudge' | 'message' | 'other') {
		const counts = tally.drain();
		const { sent, refused, invalid } = counts;
		try {
			const args = [...pace, purpose, horizonMs * 1_000, sent, refused, invalid];
			const [verdict, wait, change] = reply.parse(await take(redis, SENDING_KEYS, args));
			if (change !== undefined) onChange(change);
			return { verdict, waitMs: wait / 1_000 };
		} catch (error) {
			tally.restore(counts);
			throw error;
		}
	}

	/** Asks until a slot is booked or there are none. */
	async function book(signal: AbortSignal) {
		for (;;) {
			signal.throwIfAborted();
			const booked = await ask('nudge');
			if (booked.verdict !== NOT_YET) return booked;
			await delay(booked.waitMs, undefined, { signal });
		}
	}

	async function turnOf(
		{ verdict, waitMs }: { verdict: number; waitMs: number },
		signal: AbortSignal,
	): Promise<Turn> {
		if (verdict === HALTED) return { kind: 'halted', forMs: Math.ceil(waitMs) };
		await delay(waitMs, undefined, { signal });
		return { kind: 'go', trial: verdict === TRIAL };
	}

	return {
		async take(signal) {
			// One at a time: many that wait would only keep Redis busy with asking for the same slot.
			const booking = lastAsked.then(() => book(signal));
			lastAsked = booking.catch(() => undefined);
			return turnOf(await booking, signal);
		},
		async takeSoon(purpose, signal) {
			signal.throwIfAborted();
			return turnOf(await ask(purpose), signal);
		},
		async slowDown(pauseMs) {
			const pause = Math.min(Math.max(0, pauseMs), LONGEST_PAUSE_MS) * 1_000;
			await slowDown(redis, SENDING_KEYS, [...pace, Math.round(pause)]);
		},
	};
}

function paceArguments({ nudges, start, most, least, climb }: SendPace): number[] {
	return [nudges, start, most, least, climb];
}
