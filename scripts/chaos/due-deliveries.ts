import { TOPICS, type Topic } from '../../src/nudges/topic.ts';
import { createStrikes, dateIn, type strikeAt } from './calendar.ts';
import { SPREAD_MS } from './next-wave.ts';
import type { Timeline, Version } from './timeline.ts';

/** One nudge that a member is to get: a topic on a local date. */
export interface DueDelivery {
	readonly timeline: Timeline;
	readonly version: Version;
	readonly topic: Topic;
	readonly zone: string;
	/** In days since 1970. */
	readonly day: number;
	/** From when to when it may come due. */
	readonly from: number;
	readonly to: number;
	/** When the member asked for something else. */
	readonly until: number;
	/** Whether that was to have none any more, or none for now. */
	readonly thenUnwanted: boolean;
	/**
	 * Whether the member had chosen on that very date a time that had passed, before they chose this one. That date then
	 * counts as over.
	 */
	readonly dateWasOver: boolean;
}

/** Lists what was due up to `endAt`: what a member had been told before it struck, and had not changed by then. */
export function* dueDeliveries(timelines: readonly Timeline[], endAt: number): Generator<DueDelivery> {
	const strikes = createStrikes();
	for (const timeline of timelines)
		for (const [index, version] of timeline.versions.entries()) {
			const { wanted, acked, pausedUntil, subscription } = version;
			if (wanted === undefined || !Number.isFinite(acked)) continue;
			const { zone, exact, times } = wanted;
			const next = timeline.versions[index + 1];
			const until = next?.begun ?? Number.POSITIVE_INFINITY;
			const first = dateIn(zone, acked);
			const last = dateIn(zone, Math.min(until, endAt));
			const former = timeline.versions.slice(0, index).filter((each) => each.subscription === subscription);
			for (const topic of TOPICS) {
				const minute = times.get(topic);
				if (minute === undefined) continue;
				for (let day = first; day <= last; day += 1) {
					const from = strikes(zone, day, minute);
					const to = from + (exact ? 0 : SPREAD_MS);
					if (from <= acked || from >= until || to > endAt) continue;
					if (pausedUntil !== undefined && day < pausedUntil) continue;
					const dateWasOver = former.some(
						(each) => dateIn(zone, each.begun) === day && hadPassed(each, topic, strikes),
					);
					const thenUnwanted = next?.wanted?.times.has(topic) !== true || next.pausedUntil !== undefined;
					yield { timeline, version, topic, zone, day, from, to, until, thenUnwanted, dateWasOver };
				}
			}
		}
}

function hadPassed({ wanted, begun, acked }: Version, topic: Topic, strikes: typeof strikeAt): boolean {
	const minute = wanted?.times.get(topic);
	if (wanted === undefined || minute === undefined) return false;
	return strikes(wanted.zone, dateIn(wanted.zone, begun), minute) <= acked;
}
