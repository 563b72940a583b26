import type { Redis } from 'ioredis';
import { parseLocalTime } from '../../src/nudges/local-time.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { TOPICS } from '../../src/nudges/topic.ts';
import { type Contestant, inGroups } from './contestant.ts';
import { type GutsyRoad, openGutsyRoad } from './gutsy-road.ts';

export interface GutsyContestant extends Contestant {
	/** Subscribes to three topics at three times. */
	subscribeToAll(memberIds: readonly string[]): Promise<void>;
	unsubscribe(memberIds: readonly string[]): Promise<void>;
	/** The same minute of the next day comes, and all is delivered, ledger and messages included. */
	nextDay(): Promise<void>;
}

const DAY_MS = 86_400_000;
/** A day on which Berlin is an hour ahead of UTC. */
const BEFORE = Date.parse('2026-01-05T20:29:30Z');
const DUE = Date.parse('2026-01-05T20:30:05Z');

/** The product's own code, with everything that it stores about a member. */
export function gutsy(redis: Redis): GutsyContestant {
	const subscriptions = createSubscriptions(redis);
	let due = 0;
	let road: GutsyRoad | undefined;

	function theRoad(): GutsyRoad {
		if (road === undefined) throw new Error('The road is open from prepare() on');
		return road;
	}

	function start(memberIds: readonly string[], times: readonly string[]): Promise<void> {
		return inGroups(memberIds, 100, (memberId) =>
			subscriptions.start(
				memberId,
				{
					zone: timeZone.parse('Europe/Berlin'),
					times: new Map(times.map((time, index) => [TOPICS[index] ?? 'diet', parseLocalTime(time)])),
					channelId: memberId,
					consent: { version: 1, at: BEFORE },
					exact: true,
				},
				BEFORE,
			),
		);
	}

	return {
		async prepare() {
			road = await openGutsyRoad(redis, BEFORE);
			await start(['1'], ['21:30']);
			await subscriptions.stop('1');
		},
		async subscribe(memberIds) {
			due = memberIds.length;
			await start(memberIds, ['21:30']);
		},
		subscribeToAll: (memberIds) => start(memberIds, ['21:30', '13:00', '8:00']),
		unsubscribe: (memberIds) => inGroups(memberIds, 100, (memberId) => subscriptions.stop(memberId)),
		async claim() {
			await theRoad().tickAt(DUE);
		},
		drain: () => theRoad().drain(due),
		async nextDay() {
			await theRoad().tickAt(DUE + DAY_MS);
			await theRoad().deliver(due);
		},
		close: async () => road?.close(),
	};
}
