import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { createTimeZoneFinder, type TimeZoneSuggestion } from './find-time-zones.ts';
import { type LocalTime, parseLocalTime } from './local-time.ts';
import type { Consent } from './member-record.ts';
import { describeRecord, type NudgeStatus } from './nudge-status.ts';
import { parseTopics } from './parse-topics.ts';
import { listPlaces } from './places.ts';
import { createTimeZoneResolver } from './resolve-time-zone.ts';
import { createSubscriptions } from './subscriptions.ts';
import type { TimeZone } from './time-zone.ts';
import { defaultTimes, type Topic } from './topic.ts';

export type { NudgeStatus } from './nudge-status.ts';

/** What a member typed to `/nudges start`. */
export interface NudgeRequest {
	readonly memberId: Snowflake;
	readonly topics: string;
	/** One time for all the topics; without it each keeps its own, or gets its default. */
	readonly time?: string | undefined;
	/** Without it the zone of the running subscription. */
	readonly timeZone?: string | undefined;
}

/** A request understood: what to ask the member's consent for. Nothing is stored yet. */
export interface NudgePlan {
	readonly memberId: Snowflake;
	readonly timeZone: TimeZone;
	readonly topics: readonly PlannedTopic[];
}

export interface PlannedTopic {
	readonly topic: Topic;
	readonly time: LocalTime;
}

export interface Nudges {
	/** Understands a request without storing anything. Throws UserError for what it cannot read. */
	plan(request: NudgeRequest): Promise<NudgePlan>;
	/** Subscribes, or changes a subscription: topics that the plan does not name stay as they are. */
	start(
		plan: NudgePlan,
		how: { readonly channelId: Snowflake; readonly consent: Consent },
	): Promise<NudgeStatus>;
	/** Ends the given topics, or everything; the last topic takes the whole record with it. Returns what is left. */
	stop(memberId: Snowflake, topics?: readonly Topic[]): Promise<NudgeStatus | undefined>;
	/** `undefined` for a member who is not subscribed. */
	status(memberId: Snowflake): Promise<NudgeStatus | undefined>;
	/** At most 25, best first, from memory. */
	findTimeZones(typed: string): readonly TimeZoneSuggestion[];
}

export interface NudgesOptions {
	readonly redis: RedisClient;
	readonly clock: Clock;
}

/** The feature as commands see it. */
export function createNudges({ redis, clock }: NudgesOptions): Nudges {
	const subscriptions = createSubscriptions(redis);
	const places = listPlaces();
	const find = createTimeZoneFinder(places);
	const resolve = createTimeZoneResolver(places, find);

	return {
		async plan({ memberId, topics: typedTopics, time: typedTime, timeZone: typedZone }) {
			const topics = parseTopics(typedTopics);
			const time = typedTime === undefined ? undefined : parseLocalTime(typedTime);
			const typed = typedZone === undefined ? undefined : resolve(typedZone, clock());
			const record = await subscriptions.read(memberId);
			const timeZone = typed ?? record?.zone;
			if (timeZone === undefined) {
				throw new UserError(
					'I need your time zone to come at the right hour. Please type your city, such as Berlin.',
				);
			}
			return {
				memberId,
				timeZone,
				topics: topics.map((topic) => ({
					topic,
					time: time ?? record?.topics.get(topic)?.time ?? defaultTimes[topic],
				})),
			};
		},
		async start({ memberId, timeZone: zone, topics }, { channelId, consent }) {
			const times = new Map(topics.map(({ topic, time }) => [topic, time]));
			const now = clock();
			return describeRecord(
				await subscriptions.start(memberId, { zone, times, channelId, consent }, now),
				now,
			);
		},
		async stop(memberId, topics) {
			const left = await subscriptions.stop(memberId, topics);
			return left && describeRecord(left, clock());
		},
		async status(memberId) {
			const record = await subscriptions.read(memberId);
			return record && describeRecord(record, clock());
		},
		findTimeZones: (typed) => find(typed, clock()),
	};
}
