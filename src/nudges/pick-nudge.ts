import { createHash } from 'node:crypto';
import type { Snowflake } from '../core/snowflake.ts';
import type { Nudge } from './catalogue.ts';
import type { LocalDay } from './local-day.ts';
import type { Topic } from './topic.ts';

/** Parts of a round that keep their order from round to round; within a part the order is new each time. */
const PARTS = 4;

/**
 * Picks a member's nudge of a local date: the same whoever asks, another for each date, in an order of the member's own.
 * A round shows each nudge once, and none returns before three quarters of a round have passed, so nothing needs to be
 * remembered about what was shown.
 */
export function pickNudge(nudges: readonly Nudge[], memberId: Snowflake, topic: Topic, day: LocalDay): Nudge {
	const size = nudges.length;
	const round = Math.floor(day / size);
	const place = day % size;
	const partSize = Math.ceil(size / PARTS);
	const partStart = place - (place % partSize);
	const part = shuffle(nudges, `${memberId} ${topic}`).slice(partStart, partStart + partSize);
	const picked = shuffle(part, `${memberId} ${topic} ${round}`)[place - partStart];
	if (picked === undefined) throw new RangeError(`No nudges for ${topic}`);
	return picked;
}

function shuffle(nudges: readonly Nudge[], seed: string): Nudge[] {
	return nudges
		.map((nudge) => ({ nudge, rank: createHash('sha256').update(`${seed} ${nudge.id}`).digest('hex') }))
		.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		.map(({ nudge }) => nudge);
}
