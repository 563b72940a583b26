import { Temporal } from 'temporal-polyfill';
import type { Snowflake } from '../core/snowflake.ts';
import { withMarks } from './history.ts';
import { earlierDay, type LocalDay, laterDay, localDayAt } from './local-day.ts';
import { type LocalTime, localTime } from './local-time.ts';
import { type Consent, dueTime, isDaily, type MemberRecord, type TopicRecord } from './member-record.ts';
import { strikeOn } from './next-strike.ts';
import { checkQuiet, type QuietHours, spreadFor } from './quiet-hours.ts';
import type { TimeZone } from './time-zone.ts';
import { type Topic, topicLabels } from './topic.ts';

/** What `start` asks for. Topics without a time here stay as they are, unless said otherwise. */
export interface StartRequest {
	readonly zone: TimeZone;
	readonly times: ReadonlyMap<Topic, LocalTime>;
	readonly channelId: Snowflake;
	readonly consent: Consent;
	/** Whether nudges are to come at the very minute; as before when left out. */
	readonly exact?: boolean | undefined;
	/** Topics whose programme begins. */
	readonly programmes?: readonly Topic[];
	/** Whether topics without a time here end. */
	readonly only?: boolean;
	/** The role that a channel's posts notify. */
	readonly roleId?: Snowflake | undefined;
	/** A number of the member's own, which spreads members over the minutes after the time they asked for. */
	readonly spreadBy: number;
}

/**
 * Makes the record of a member who starts or changes something at `now` (epoch milliseconds). Refusals, a pause and
 * what was left unanswered are forgotten: nudges come daily again.
 *
 * @throws UserError when a time lies in quiet hours.
 */
export function startRecord(old: MemberRecord | undefined, request: StartRequest, now: number): MemberRecord {
	const { zone, times, channelId, consent, exact = old?.exact ?? false, programmes = [], spreadBy } = request;
	const kept = request.only ? [] : [...(old?.topics.keys() ?? [])];
	const today = localDayAt(Temporal.Instant.fromEpochMilliseconds(now), zone);
	const begun: MemberRecord = {
		zone,
		channelId,
		consent,
		refusal: undefined,
		intents: old?.intents ?? [],
		since: old?.since ?? today,
		pausedUntil: undefined,
		quiet: old?.quiet,
		exact,
		recap: old?.recap ?? false,
		roleId: request.roleId,
		laters: old?.laters ?? [],
		topics: new Map(
			[...new Set([...kept, ...times.keys()])].flatMap((topic) => {
				const prior = old?.topics.get(topic);
				const time = times.get(topic) ?? prior?.time;
				if (time === undefined) return [];
				const step = programmes.includes(topic) ? 0 : prior?.step;
				return [[topic, { ...(prior ?? fresh(time)), time, step }]];
			}),
		),
	};
	return reschedule(old, dailyAgain(begun, today), spreadBy, now);
}

/** Sets quiet hours, or ends them. @throws UserError when a nudge would fall into them. */
export function quietRecord(
	old: MemberRecord,
	quiet: QuietHours | undefined,
	spreadBy: number,
	now: number,
): MemberRecord {
	return reschedule(old, { ...old, quiet }, spreadBy, now);
}

/** Takes the topics out of the record, or returns `undefined` when none is left. */
export function stopRecord(old: MemberRecord, stopped: readonly Topic[]): MemberRecord | undefined {
	const topics = new Map([...old.topics].filter(([topic]) => !stopped.includes(topic)));
	if (topics.size === 0) return undefined;
	return { ...old, topics, laters: withoutTopics(old.laters, stopped) };
}

/** Daily nudges again, whatever was left unanswered before `today`: that counts as missed. */
export function dailyAgain(record: MemberRecord, today: LocalDay): MemberRecord {
	const topics = [...record.topics].map(([topic, each]) => [topic, missedBefore(each, today)] as const);
	return { ...record, topics: new Map(topics) };
}

/** Counts what was left unanswered before that day as missed. */
export function missedBefore(topic: TopicRecord, day: LocalDay): TopicRecord {
	const given = topic.open.filter((each) => each < day);
	if (given.length === 0) return topic;
	const open = topic.open.filter((each) => each >= day);
	return { ...topic, open, history: withMarks(topic.history, given, 'missed') };
}

/** Leaves out what was put off of those topics. */
export function withoutTopics(
	laters: MemberRecord['laters'],
	topics: readonly Topic[],
): MemberRecord['laters'] {
	return laters.flatMap((later) => {
		const left = later.topics.filter((topic) => !topics.includes(topic));
		return left.length === 0 ? [] : [{ ...later, topics: left }];
	});
}

function fresh(time: LocalTime): TopicRecord {
	return {
		time,
		spread: 0,
		lastDay: undefined,
		open: [],
		step: undefined,
		history: new Map(),
	};
}

/**
 * Works out anew when each topic really comes. One that is new, or moves to another time or zone, comes today only when
 * its time is yet to strike today and no nudge of today was sent or is on its way. One that stays is left alone.
 */
function reschedule(
	old: MemberRecord | undefined,
	next: MemberRecord,
	spreadBy: number,
	now: number,
): MemberRecord {
	const named = [...next.topics].map(
		([topic, { time }]) => [topicLabels[topic].toLowerCase(), time] as const,
	);
	checkQuiet(next.quiet, new Map(named));
	const instant = Temporal.Instant.fromEpochMilliseconds(now);
	const moved = new Set<Topic>();
	const topics = new Map<Topic, TopicRecord>();
	for (const [topic, each] of next.topics) {
		const placed = { ...each, spread: next.exact ? 0 : spreadFor(each.time, spreadBy, next.quiet) };
		const prior = old?.topics.get(topic);
		const stays = prior !== undefined && old?.zone === next.zone && dueTime(prior) === dueTime(placed);
		if (!stays) moved.add(topic);
		topics.set(
			topic,
			stays ? placed : { ...placed, lastDay: settledDay(old, topic, dueTime(placed), next.zone, instant) },
		);
	}
	const intents = next.intents.filter((intent) => intent.topics.some((topic) => !moved.has(topic)));
	return { ...next, topics, intents };
}

/** The last local date in the new zone that must bring no nudge on this topic any more. */
function settledDay(
	old: MemberRecord | undefined,
	topic: Topic,
	time: LocalTime,
	zone: TimeZone,
	now: Temporal.Instant,
): LocalDay | undefined {
	const today = localDayAt(now, zone);
	const strike = strikeOn(today, time, zone);
	if (strike === undefined || Temporal.Instant.compare(strike, now) <= 0) return today;
	return old && lastSettled(old, topic, zone, now);
}

function lastSettled(
	old: MemberRecord,
	topic: Topic,
	zone: TimeZone,
	now: Temporal.Instant,
): LocalDay | undefined {
	const prior = old.topics.get(topic);
	if (prior === undefined) return undefined;
	const onTheirWay = old.intents
		.filter((intent) => intent.topics.includes(topic) && isDaily(intent))
		.map(({ day, minute }) => ({ day, time: localTime.parse(minute) }));
	const settled = [{ day: prior.lastDay, time: dueTime(prior) }, ...onTheirWay].map(({ day, time }) =>
		day === undefined || zone === old.zone ? day : sameMoment(day, time, old.zone, zone),
	);
	const last = settled.reduce(laterDay, undefined);
	// What is settled lies in the past, whatever a clock that was wrong has noted.
	return last && earlierDay(last, localDayAt(now, zone));
}

/** The date in another zone at the moment that belongs to `day` in `from`. */
function sameMoment(day: LocalDay, time: LocalTime, from: TimeZone, to: TimeZone): LocalDay {
	const strike = strikeOn(day, time, from);
	return strike === undefined ? day : localDayAt(strike, to);
}
