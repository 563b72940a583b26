import type { Evidence } from '../../../scripts/chaos/judge-due.ts';
import type { Wanted } from '../../../scripts/chaos/population.ts';
import type { Timeline, Version } from '../../../scripts/chaos/timeline.ts';

/** Noon of the day on which what is told here happens. */
export const NOON = Date.UTC(2026, 0, 5, 12);
export const TODAY = NOON / 86_400_000 - 0.5;

/** Sleep at noon sharp, UTC. */
export const SLEEP: Wanted = { zone: 'UTC', exact: true, times: new Map([['sleep', 12 * 60]]) };

export function aVersion(changes: Partial<Version> = {}): Version {
	return {
		begun: NOON - 7_200_000,
		acked: NOON - 7_199_000,
		wanted: SLEEP,
		pausedUntil: undefined,
		subscription: 1,
		underWay: [],
		...changes,
	};
}

/** A change at that many milliseconds after noon, of which the member is told half a second later. */
export function later(ms: number, changes: Partial<Version>): Version {
	return aVersion({ begun: NOON + ms, acked: NOON + ms + 500, ...changes });
}

export function aTimeline(versions: readonly Version[], changes: Partial<Timeline> = {}): Timeline {
	return { memberId: '1', channelId: '2', versions, closedAt: undefined, ...changes };
}

export function aMessage(ms: number, changes: Partial<Evidence['messages'][number]> = {}) {
	return { channelId: '2', topics: ['sleep' as const], day: TODAY, at: NOON + ms, ...changes };
}

/** One member, due at noon, in a wave that was over after a minute. */
export function someEvidence(changes: Partial<Evidence>): Evidence {
	return {
		timelines: [aTimeline([aVersion()])],
		messages: [],
		attempts: [],
		waves: [{ at: NOON, doneAt: NOON + 60_000 }],
		endAt: NOON + 3_600_000,
		uncertain: 0,
		...changes,
	};
}
