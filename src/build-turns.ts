import { performance } from 'node:perf_hooks';
import { seldom } from './core/seldom.ts';
import { createAnswerTally } from './nudges/answer-tally.ts';
import { announceBreaker, createBreaker } from './nudges/breaker.ts';
import type { CountNudges } from './nudges/events.ts';
import { createSlots } from './nudges/slots.ts';
import { createTurns, type Turns } from './nudges/turns.ts';
import type { Log } from './ops/log.ts';
import type { RedisClient } from './redis/redis-client.ts';

interface Dependencies {
	redis: RedisClient;
	/** Nudges a second, over all workers. */
	sendRate: number;
	log: Log;
	count: CountNudges;
}

/** The turns of the process that talks to members, from the same place from which workers take theirs. */
export function buildTurns({ redis, sendRate, log, count }: Dependencies): Turns {
	const tally = createAnswerTally();
	const sending = { redis, tally, onChange: announceBreaker(log, count) };
	return createTurns({
		slots: createSlots({ ...sending, rate: sendRate }),
		breaker: createBreaker(sending),
		tally,
		onFailure: seldom(
			() => performance.now(),
			(err: unknown) => log.warn({ err }, 'Requests go to Discord without waiting for their turn'),
		),
	});
}
