import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { timeSeen } from './keys.ts';
import type { RedisClient } from './redis-client.ts';

/** A clock for what is deleted by age: a wrong one would take what nobody can bring back. */
export interface SettledClock {
	/** Epoch milliseconds, or `undefined` while they are in doubt. */
	read(): Promise<number | undefined>;
	/** Takes the present time as right. */
	believe(): Promise<void>;
}

interface SettledClockOptions {
	readonly redis: Pick<RedisClient, 'get' | 'set'>;
	readonly clock: Clock;
	/** Milliseconds since some fixed moment, never set, such as `performance.now`. */
	readonly monotonic: () => number;
	/** Called once when the time is first seen to be so far from where it was, in milliseconds. */
	readonly onDoubt: (awayMs: number) => void;
}

const DAY_MS = 86_400_000;
/** Further than this from the time that was seen last, the clock is in doubt. */
const BELIEVABLE_MS = 7 * DAY_MS;
/** How long it must stand to be believed. */
const DOUBT_LASTS_MS = DAY_MS;

const storedTime = z.coerce.number().int();

/**
 * A time far from the last one seen, by whatever process and before whatever restart, is believed once it has stood for
 * a day, and only while no other process goes on seeing the former time. The very first is believed at once.
 */
export function createSettledClock({ redis, clock, monotonic, onDoubt }: SettledClockOptions): SettledClock {
	let doubt: { readonly seen: number; readonly since: number } | undefined;

	async function believe(): Promise<number> {
		const now = clock();
		await redis.set(timeSeen(), now);
		doubt = undefined;
		return now;
	}

	function isInDoubt(seen: number): boolean {
		const away = clock() - seen;
		if (Math.abs(away) <= BELIEVABLE_MS) return false;
		if (doubt === undefined) onDoubt(away);
		if (doubt?.seen !== seen) doubt = { seen, since: monotonic() };
		return monotonic() - doubt.since < DOUBT_LASTS_MS;
	}

	return {
		async read() {
			const stored = await redis.get(timeSeen());
			if (stored !== null && isInDoubt(storedTime.parse(stored))) return undefined;
			return believe();
		},
		async believe() {
			await believe();
		},
	};
}
