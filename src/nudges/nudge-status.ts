import { Temporal } from 'temporal-polyfill';
import { daysApart, type Rhythm, rhythmAfter } from './ease-off.ts';
import type { History, Mark } from './history.ts';
import { type LocalDay, laterDay, localDay } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import { type Consent, dueTime, type MemberRecord, type TopicRecord } from './member-record.ts';
import { nextStrike } from './next-strike.ts';
import type { QuietHours } from './quiet-hours.ts';
import { SUSPENDING_REFUSALS } from './refusals.ts';
import type { TimeZone } from './time-zone.ts';
import { TOPICS, type Topic } from './topic.ts';

/** A subscription as its member may see it. */
export interface NudgeStatus {
	readonly timeZone: TimeZone;
	readonly consent: Consent;
	readonly topics: readonly TopicStatus[];
	readonly delivery: DeliveryStatus;
	/** The local date of the first opt-in. */
	readonly since: LocalDay | undefined;
	/** The local date on which nudges come again; `undefined` when they are not paused. */
	readonly pausedUntil: LocalDay | undefined;
	readonly quiet: QuietHours | undefined;
	readonly exact: boolean;
	readonly recap: boolean;
	/** Nudges put off: when they come, in epoch milliseconds. */
	readonly putOff: readonly { readonly topics: readonly Topic[]; readonly at: number }[];
}

export interface TopicStatus {
	readonly topic: Topic;
	readonly time: LocalTime;
	/** Epoch milliseconds, or `undefined` while nothing comes. */
	readonly nextAt: number | undefined;
	readonly rhythm: Rhythm;
	/** What came of the last nudge that was sent. */
	readonly last: { readonly day: LocalDay; readonly outcome: Mark | 'unanswered' } | undefined;
	/** Days of a running programme that have come. */
	readonly programmeStep: number | undefined;
	readonly history: History;
	readonly open: readonly LocalDay[];
}

/**
 * - `waiting`: Discord refused the last message; it is tried again the next local day
 * - `suspended`: it refused three in a row; `start` makes a new beginning
 */
export type DeliveryStatus =
	| { readonly kind: 'active' }
	| { readonly kind: 'waiting' | 'suspended'; readonly code: number; readonly refusals: number };

/** `now` is in epoch milliseconds. */
export function describeRecord(record: MemberRecord, now: number): NudgeStatus {
	const delivery = describeDelivery(record);
	const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(record.zone).toPlainDate();
	const isPaused =
		record.pausedUntil !== undefined && record.pausedUntil * 86_400_000 > Date.parse(`${today.toString()}Z`);
	return {
		timeZone: record.zone,
		consent: record.consent,
		topics: TOPICS.flatMap((topic) => {
			const found = record.topics.get(topic);
			if (found === undefined) return [];
			const nextAt = delivery.kind === 'suspended' ? undefined : nextOf(record, found, now);
			return [{ topic, ...describeTopic(found), nextAt }];
		}),
		delivery,
		since: record.since,
		pausedUntil: isPaused ? record.pausedUntil : undefined,
		quiet: record.quiet,
		exact: record.exact,
		recap: record.recap,
		putOff: record.laters.map(({ topics, epochMinute }) => ({ topics, at: epochMinute * 60_000 })),
	};
}

function describeTopic({ time, open, step, history }: TopicRecord): Omit<TopicStatus, 'topic' | 'nextAt'> {
	const lastSent = Math.max(...open, ...history.keys());
	const day = Number.isFinite(lastSent) ? localDay.parse(lastSent) : undefined;
	return {
		time,
		rhythm: rhythmAfter(open.length),
		last: day === undefined ? undefined : { day, outcome: history.get(day) ?? 'unanswered' },
		programmeStep: step,
		history,
		open,
	};
}

function describeDelivery({ refusal }: MemberRecord): DeliveryStatus {
	if (refusal === undefined) return { kind: 'active' };
	const kind = refusal.count >= SUSPENDING_REFUSALS ? 'suspended' : 'waiting';
	return { kind, code: refusal.code, refusals: refusal.count };
}

function nextOf(
	{ zone, refusal, pausedUntil }: MemberRecord,
	topic: TopicRecord,
	now: number,
): number | undefined {
	const apart = daysApart(topic.open.length);
	if (apart === undefined) return undefined;
	const lastOpen = topic.open.at(-1);
	const settled = [
		topic.lastDay,
		refusal?.day,
		pausedUntil && localDay.parse(pausedUntil - 1),
		lastOpen && localDay.parse(lastOpen + apart - 1),
	].reduce(laterDay, undefined);
	const after = Temporal.Instant.fromEpochMilliseconds(now);
	return nextStrike(dueTime(topic), zone, after, settled).epochMilliseconds;
}
