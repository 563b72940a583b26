import { Temporal } from 'temporal-polyfill';
import { TOPICS, type Topic } from '../../src/nudges/topic.ts';
import type { Random } from './random.ts';

/** What a member asks for. */
export interface Wanted {
	readonly zone: string;
	readonly exact: boolean;
	/** Minutes after local midnight. */
	readonly times: ReadonlyMap<Topic, number>;
}

/** The first day. Europe's clocks are put back on the third. */
export const START = Date.UTC(2026, 9, 23);

/** Hours (UTC) of the first day for which members ask, each in their own zone's time, so that many are due together. */
const HOURS = [3, 9, 15, 21] as const;

const ZONES = [
	'UTC',
	'Europe/Berlin',
	'Europe/London',
	'America/New_York',
	'America/Los_Angeles',
	'Asia/Kolkata',
	'Asia/Tokyo',
	'Pacific/Auckland',
	'Africa/Nairobi',
] as const;

/** Topics that a member has, on average: what {@link somebody} makes. */
export const TOPICS_EACH = 2;

export function somebody(random: Random): Wanted {
	const zone = random.pick(ZONES);
	const topics = random.shuffle(TOPICS).slice(0, 1 + random.below(TOPICS.length));
	const together = random.next() < 0.3 ? someTime(zone, random) : undefined;
	const times = new Map(topics.map((topic) => [topic, together ?? someTime(zone, random)]));
	return { zone, exact: random.next() < 0.7, times };
}

/** The same member with another time for one topic. */
export function atAnotherTime(wanted: Wanted, random: Random): Wanted {
	const topics = [...wanted.times.keys()];
	const moved = topics[random.below(topics.length)];
	if (moved === undefined) return wanted;
	return { ...wanted, times: new Map(wanted.times).set(moved, someTime(wanted.zone, random)) };
}

/** The same member elsewhere. */
export function inAnotherZone(wanted: Wanted, random: Random): Wanted {
	const zone = random.pick(ZONES);
	return {
		...wanted,
		zone,
		times: new Map([...wanted.times.keys()].map((topic) => [topic, someTime(zone, random)])),
	};
}

function someTime(zone: string, random: Random): number {
	const instant = Temporal.Instant.fromEpochMilliseconds(START + random.pick(HOURS) * 3_600_000);
	const { hour, minute } = instant.toZonedDateTimeISO(zone);
	return hour * 60 + minute;
}
