import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { UserError } from '../core/user-error.ts';
import { dailyAgain, quietRecord } from './change-record.ts';
import { exportRecord } from './export-record.ts';
import { createTimeZoneFinder, type TimeZoneSuggestion } from './find-time-zones.ts';
import { localDayAt } from './local-day.ts';
import { type LocalTime, parseLocalTime } from './local-time.ts';
import { spreadOf } from './member-keys.ts';
import type { Consent, MemberRecord } from './member-record.ts';
import { describeRecord, type NudgeStatus } from './nudge-status.ts';
import { parseTopics } from './parse-topics.ts';
import { parseUntil } from './parse-until.ts';
import { listPlaces } from './places.ts';
import type { QuietHours } from './quiet-hours.ts';
import { createTimeZoneResolver } from './resolve-time-zone.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { TimeZone } from './time-zone.ts';
import { defaultTimes, type Topic, topicLabels } from './topic.ts';

export type { NudgeStatus, TopicStatus } from './nudge-status.ts';

/** What a member typed to `/nudges start`. */
export interface NudgeRequest {
	readonly memberId: Snowflake;
	readonly topics: string;
	/** One time for all the topics; without it each keeps its own, or gets its default. */
	readonly time?: string | undefined;
	/** Without it the zone of the running subscription. */
	readonly timeZone?: string | undefined;
	/** Whether at the very minute rather than within ten. */
	readonly exact?: boolean | undefined;
	/** Whether the topics' two-week programmes begin. */
	readonly programme?: boolean | undefined;
}

/** A request understood: what to ask the member's consent for. Nothing is stored yet. */
export interface NudgePlan {
	readonly memberId: Snowflake;
	readonly timeZone: TimeZone;
	readonly topics: readonly PlannedTopic[];
	readonly exact: boolean;
	readonly programme: boolean;
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
	/** Changes what is on, for who agreed before: the conversation and the consent stay. */
	adjust(plan: NudgePlan): Promise<NudgeStatus | undefined>;
	/** Ends the given topics, or everything; the last topic takes the whole record with it. Returns what is left. */
	stop(memberId: Snowflake, topics?: readonly Topic[]): Promise<NudgeStatus | undefined>;
	/** Nothing comes until then; `resume`, or that day, brings it back. Throws UserError for what cannot be read. */
	pause(memberId: Snowflake, until: string): Promise<NudgeStatus | undefined>;
	/** Ends a pause, and the rarer rhythm of who had left nudges unanswered. */
	resume(memberId: Snowflake): Promise<NudgeStatus | undefined>;
	/** Without hours nothing is quiet any more. Throws UserError when a nudge would fall into them. */
	keepQuiet(
		memberId: Snowflake,
		hours: { from: string; to: string } | undefined,
	): Promise<NudgeStatus | undefined>;
	/** Turns the look back on Sunday on or off. */
	setRecap(memberId: Snowflake, on: boolean): Promise<NudgeStatus | undefined>;
	/** Ends a running programme; daily nudges go on. */
	leaveProgramme(memberId: Snowflake, topic: Topic): Promise<NudgeStatus | undefined>;
	/** `undefined` for a member who is not subscribed. */
	status(memberId: Snowflake): Promise<NudgeStatus | undefined>;
	/** All that is stored about a member, as values that JSON can hold; `undefined` for nothing. */
	stored(memberId: Snowflake): Promise<object | undefined>;
	/** At most 25, best first, from memory. */
	findTimeZones(typed: string): readonly TimeZoneSuggestion[];
}

export interface NudgesOptions {
	readonly subscriptions: Subscriptions;
	readonly clock: Clock;
}

/** The feature as commands see it. */
export function createNudges({ subscriptions, clock }: NudgesOptions): Nudges {
	const places = listPlaces();
	const find = createTimeZoneFinder(places);
	const resolve = createTimeZoneResolver(places, find);
	const today = (zone: TimeZone) => localDayAt(Temporal.Instant.fromEpochMilliseconds(clock()), zone);

	async function change(
		memberId: Snowflake,
		make: (old: MemberRecord) => MemberRecord,
	): Promise<NudgeStatus | undefined> {
		const record = await subscriptions.change(memberId, make);
		return record && describeRecord(record, clock());
	}

	async function subscribe(
		{ memberId, timeZone: zone, topics, exact, programme }: NudgePlan,
		{ channelId, consent }: { readonly channelId: Snowflake; readonly consent: Consent },
	): Promise<NudgeStatus> {
		const times = new Map(topics.map(({ topic, time }) => [topic, time]));
		const programmes = programme ? topics.map(({ topic }) => topic) : [];
		const now = clock();
		const request = { zone, times, channelId, consent, exact, programmes };
		return describeRecord(await subscriptions.start(memberId, request, now), now);
	}

	return {
		async plan({ memberId, topics: typedTopics, time: typedTime, timeZone: typedZone, exact, programme }) {
			const topics = parseTopics(typedTopics);
			const time = typedTime === undefined ? undefined : parseLocalTime(typedTime);
			const typed = typedZone === undefined ? undefined : resolve(typedZone, clock());
			const record = await subscriptions.read(memberId);
			const zone = typed ?? record?.zone;
			if (zone === undefined) {
				throw new UserError(
					'I need your time zone to come at the right hour. Please type your city, such as Berlin.',
				);
			}
			return {
				memberId,
				timeZone: zone,
				topics: topics.map((topic) => ({
					topic,
					time: time ?? record?.topics.get(topic)?.time ?? defaultTimes[topic],
				})),
				exact: exact ?? record?.exact ?? false,
				programme: programme ?? false,
			};
		},
		start: subscribe,
		async adjust(plan) {
			const record = await subscriptions.read(plan.memberId);
			return record && subscribe(plan, record);
		},
		async stop(memberId, topics) {
			const left = await subscriptions.stop(memberId, topics);
			return left && describeRecord(left, clock());
		},
		pause: (memberId, until) =>
			change(memberId, (old) => {
				const date = Temporal.Instant.fromEpochMilliseconds(clock())
					.toZonedDateTimeISO(old.zone)
					.toPlainDate();
				return { ...old, pausedUntil: parseUntil(until, date), laters: [] };
			}),
		resume: (memberId) =>
			change(memberId, (old) => ({ ...dailyAgain(old, today(old.zone)), pausedUntil: undefined })),
		async keepQuiet(memberId, hours) {
			const quiet = hours && readQuiet(hours);
			return change(memberId, (old) => quietRecord(old, quiet, spreadOf(memberId), clock()));
		},
		setRecap: (memberId, on) => change(memberId, (old) => ({ ...old, recap: on })),
		leaveProgramme: (memberId, topic) =>
			change(memberId, (old) => {
				const found = old.topics.get(topic);
				if (found?.step === undefined)
					throw new UserError(`No programme is running for ${topicLabels[topic].toLowerCase()}.`);
				return { ...old, topics: new Map(old.topics).set(topic, { ...found, step: undefined }) };
			}),
		async status(memberId) {
			const record = await subscriptions.read(memberId);
			return record && describeRecord(record, clock());
		},
		async stored(memberId) {
			const record = await subscriptions.read(memberId);
			return record && exportRecord(record);
		},
		findTimeZones: (typed) => find(typed, clock()),
	};
}

function readQuiet({ from, to }: { from: string; to: string }): QuietHours {
	const quiet = { from: parseLocalTime(from), to: parseLocalTime(to) };
	if (quiet.from === quiet.to)
		throw new UserError('Quiet hours need an end that is not their beginning, such as 22:00 to 07:00.');
	return quiet;
}
