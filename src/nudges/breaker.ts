import { z } from 'zod';
import { sendAnswers, sendBreaker, sendSlots } from '../redis/keys.ts';
import { defineScript, type ScriptClient } from '../redis/script.ts';
import type { AnswerTally } from './answer-tally.ts';
import { BREAKER } from './breaker-script.ts';
import type { CountNudges, NudgeLog } from './events.ts';

/**
 * Halts all direct messages of all processes: when Discord says that they come too fast, refuses many in a row, or
 * answers too many requests with 401, 403 or 429. After ten minutes one message tries, and if it arrives the rest
 * follow. While it is closed it costs nothing: whether it is open, and what there is to count, travel with the slots.
 */
export interface Breaker {
	/** Opens it: Discord said that conversations are opened, or messages sent, too fast. */
	trip(): Promise<void>;
	/** Closes it: the one that tried has arrived. */
	close(): Promise<void>;
	/** Reports what was counted, without waiting for a slot that would carry it. */
	report(): Promise<void>;
}

export interface BreakerOptions {
	readonly redis: ScriptClient;
	readonly tally: AnswerTally;
	/** Hears of every change, in whichever process it came about. */
	readonly onChange: (change: BreakerChange) => void;
}

/** Why it opened, or that it closed. */
export const breakerChange = z.enum(['too fast', 'refusals', 'invalid requests', 'closed']);
export type BreakerChange = z.infer<typeof breakerChange>;

/** An open one that was tripped once more, or had something counted, has not changed. */
export const noChange = z.literal('').transform(() => undefined);
const reply = z.union([noChange, breakerChange]);

const trip = defineScript({ keys: 3, lua: `${BREAKER}\nreturn trip(ARGV[1])` });
const close = defineScript({
	keys: 3,
	lua: `return redis.call('DEL', KEYS[2]) == 1 and 'closed' or ''`,
});
const note = defineScript({
	keys: 3,
	lua: `${BREAKER}\nreturn note(tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))`,
});

/** The keys of every script about sending, on one shard. */
export const SENDING_KEYS: readonly string[] = [sendSlots(), sendBreaker(), sendAnswers()];

export function createBreaker({ redis, tally, onChange }: BreakerOptions): Breaker {
	function hear(answer: unknown): void {
		const change = reply.parse(answer);
		if (change !== undefined) onChange(change);
	}
	return {
		async trip() {
			hear(await trip(redis, SENDING_KEYS, ['too fast']));
		},
		async close() {
			hear(await close(redis, SENDING_KEYS, []));
		},
		async report() {
			const counts = tally.drain();
			const { sent, refused, invalid } = counts;
			if (sent + refused + invalid === 0) return;
			try {
				hear(await note(redis, SENDING_KEYS, [sent, refused, invalid]));
			} catch (error) {
				tally.restore(counts);
				throw error;
			}
		},
	};
}

/** Says so once, where somebody looks. */
export function announceBreaker(log: NudgeLog, count: CountNudges): (change: BreakerChange) => void {
	return (change) => {
		if (change === 'closed') {
			log.info({}, 'Direct messages go out again');
			return;
		}
		count('halted', 1);
		log.error({ why: change }, 'All direct messages are halted; one tries again in ten minutes');
	};
}
