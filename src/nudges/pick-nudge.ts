import { hash } from 'node:crypto';
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
	const random = randomFrom(seed);
	return nudges
		.map((nudge) => ({ nudge, rank: random() }))
		.sort((one, other) => one.rank - other.rank)
		.map(({ nudge }) => nudge);
}

/** Numbers of 32 bits that look drawn by lot, the same for the same seed: one hash is enough for all (the generator sfc32). */
function randomFrom(seed: string): () => number {
	const digest = hash('sha256', seed);
	let [a = 0, b = 0, c = 0, counter = 0] = [0, 8, 16, 24].map((start) =>
		Number.parseInt(digest.slice(start, start + 8), 16),
	);
	return () => {
		const number = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + number) | 0;
		return number >>> 0;
	};
}
