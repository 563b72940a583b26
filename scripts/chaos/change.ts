import { dateIn } from './calendar.ts';
import { atAnotherTime, inAnotherZone, somebody, type Wanted } from './population.ts';
import { createRandom } from './random.ts';
import type { Wish } from './schedule.ts';
import type { Version } from './timeline.ts';

export type Change = Pick<Version, 'wanted' | 'pausedUntil' | 'subscription'>;

/** What a member wants next: as the wish says, or to come back for who has stopped or paused. */
export function nextVersion(
	{ wanted, pausedUntil, subscription }: Version,
	wish: Wish,
	how: number,
	now: number,
): Change {
	const random = createRandom(Math.floor(how * 2 ** 32));
	if (wanted === undefined)
		return { wanted: somebody(random), pausedUntil: undefined, subscription: subscription + 1 };
	if (pausedUntil !== undefined && dateIn(wanted.zone, now) < pausedUntil)
		return { wanted, pausedUntil: undefined, subscription };
	switch (wish) {
		case 'stop-topic':
			return { wanted: withoutOne(wanted), pausedUntil: undefined, subscription };
		case 'move-time':
			return { wanted: atAnotherTime(wanted, random), pausedUntil: undefined, subscription };
		case 'move-zone':
			return { wanted: inAnotherZone(wanted, random), pausedUntil: undefined, subscription };
		case 'pause':
			return { wanted, pausedUntil: dateIn(wanted.zone, now) + 1 + random.below(2), subscription };
		default:
			return { wanted: undefined, pausedUntil: undefined, subscription };
	}
}

function withoutOne(wanted: Wanted): Wanted | undefined {
	const [, ...left] = wanted.times;
	return left.length === 0 ? undefined : { ...wanted, times: new Map(left) };
}
