import type { Attempt, RedisEnd } from './facts.ts';

/** Requests for a message that Discord had taken already, by what made us ask again. */
export interface RepeatTally {
	/** Their answers were lost or late on purpose. */
	readonly afterFault: number;
	/** Redis was killed between the two. */
	readonly afterRedisKill: number;
	/** Redis forgot the last seconds between the two. */
	readonly afterPowerCut: number;
	/** None of that, so a process was killed in the midst of it. */
	readonly afterProcessKill: number;
}

/** Redis may be back, and the repeat on its way, before whoever watches has noted that it was away. */
const NOTED_WITHIN_MS = 3_000;

export function judgeRepeats(attempts: readonly Attempt[], ends: readonly RedisEnd[]): RepeatTally {
	const tally = { afterFault: 0, afterRedisKill: 0, afterPowerCut: 0, afterProcessKill: 0 };
	const taken = new Map<string, Attempt>();
	for (const attempt of attempts) {
		if (attempt.nonce === undefined) continue;
		const key = `${attempt.channelId} ${attempt.nonce}`;
		const before = taken.get(key);
		if (before) tally[causeOf(before, attempt, ends)] += 1;
		taken.set(key, attempt);
	}
	return tally;
}

function causeOf(before: Attempt, after: Attempt, ends: readonly RedisEnd[]): keyof RepeatTally {
	if (before.fault !== undefined) return 'afterFault';
	const between = ends.filter(({ at }) => at >= before.at - NOTED_WITHIN_MS && at <= after.at);
	if (between.some(({ kind }) => kind === 'cut')) return 'afterPowerCut';
	return between.length > 0 ? 'afterRedisKill' : 'afterProcessKill';
}
