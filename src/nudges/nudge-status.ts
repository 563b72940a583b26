import { Temporal } from 'temporal-polyfill';
import { SUSPENDING_REFUSALS } from './delivery-ledger.ts';
import { laterDay } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import type { Consent, MemberRecord, TopicRecord } from './member-record.ts';
import { nextStrike } from './next-strike.ts';
import type { TimeZone } from './time-zone.ts';
import { TOPICS, type Topic } from './topic.ts';

/** A subscription as its member may see it. */
export interface NudgeStatus {
	readonly timeZone: TimeZone;
	readonly consent: Consent;
	readonly topics: readonly TopicStatus[];
	readonly delivery: DeliveryStatus;
}

export interface TopicStatus {
	readonly topic: Topic;
	readonly time: LocalTime;
	/** Epoch milliseconds, or `undefined` while deliveries are suspended. */
	readonly nextAt: number | undefined;
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
	const nextAt = (topic: TopicRecord) =>
		delivery.kind === 'suspended' ? undefined : nextOf(record, topic, now);
	return {
		timeZone: record.zone,
		consent: record.consent,
		topics: TOPICS.flatMap((topic) => {
			const found = record.topics.get(topic);
			return found === undefined ? [] : [{ topic, time: found.time, nextAt: nextAt(found) }];
		}),
		delivery,
	};
}

function describeDelivery({ refusal }: MemberRecord): DeliveryStatus {
	if (refusal === undefined) return { kind: 'active' };
	const kind = refusal.count >= SUSPENDING_REFUSALS ? 'suspended' : 'waiting';
	return { kind, code: refusal.code, refusals: refusal.count };
}

function nextOf({ zone, refusal }: MemberRecord, { time, lastDay }: TopicRecord, now: number): number {
	const after = Temporal.Instant.fromEpochMilliseconds(now);
	return nextStrike(time, zone, after, laterDay(lastDay, refusal?.day)).epochMilliseconds;
}
