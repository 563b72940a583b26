import { Temporal } from 'temporal-polyfill';
import type { Snowflake } from '../core/snowflake.ts';
import { earlierDay, type LocalDay, laterDay, localDayAt } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import type { Consent, MemberRecord, TopicRecord } from './member-record.ts';
import { strikeOn } from './next-strike.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** What `start` asks for. Topics without a time here stay as they are. */
export interface StartRequest {
	readonly zone: TimeZone;
	readonly times: ReadonlyMap<Topic, LocalTime>;
	readonly channelId: Snowflake;
	readonly consent: Consent;
}

/**
 * Makes the record of a member who starts or changes something at `now` (epoch milliseconds).
 *
 * A topic that is new, or moves to another time or zone, comes today only when its time is yet to strike today and no
 * nudge of today was sent or is on its way. A topic that stays as it was is left alone. Refusals are forgotten.
 */
export function startRecord(old: MemberRecord | undefined, request: StartRequest, now: number): MemberRecord {
	const { zone, times, channelId, consent } = request;
	const instant = Temporal.Instant.fromEpochMilliseconds(now);
	const before = old?.topics ?? new Map<Topic, TopicRecord>();
	const moves = (topic: Topic, time: LocalTime) => old?.zone !== zone || before.get(topic)?.time !== time;

	const topics = new Map<Topic, TopicRecord>();
	for (const topic of new Set([...before.keys(), ...times.keys()])) {
		const prior = before.get(topic);
		const time = times.get(topic) ?? prior?.time;
		if (time === undefined) continue;
		const stays = prior !== undefined && !moves(topic, time);
		topics.set(topic, stays ? prior : { time, lastDay: settledDay(old, topic, time, zone, instant) });
	}
	const intents = (old?.intents ?? []).filter((intent) =>
		intent.topics.some((topic) => !moves(topic, times.get(topic) ?? intent.time)),
	);
	return { zone, channelId, consent, refusal: undefined, intents, topics };
}

/** Takes the topics out of the record, or returns `undefined` when none is left. */
export function stopRecord(old: MemberRecord, stopped: readonly Topic[]): MemberRecord | undefined {
	const topics = new Map([...old.topics].filter(([topic]) => !stopped.includes(topic)));
	return topics.size === 0 ? undefined : { ...old, topics };
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
	const onTheirWay = old.intents.filter((intent) => intent.topics.includes(topic));
	const settled = [{ day: prior.lastDay, time: prior.time }, ...onTheirWay].map(({ day, time }) =>
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
