import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { dueSet, laters } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { checkDue, checkLater, endIntent, endLater } from './delivery-scripts.ts';
import { LATENESS_MS } from './lateness.ts';
import { type LocalDay, localDay, localDayAt } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import { recordsKeyOf, shardOf } from './member-keys.ts';
import type { MemberRecord } from './member-record.ts';
import { decodeMemberRecord, decodeTopics, encodeTopics } from './record-codec.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** Refused messages in a row after which a member is left in peace until the next `start`. */
export const SUSPENDING_REFUSALS = 3;

/**
 * How long Discord recognises a nonce, to our knowledge "a few minutes". A message that may have been sent longer ago
 * is never tried again: a missed nudge is better than a double.
 */
export const NONCE_WINDOW_MS = 120_000;

/** A member's nudges of one local minute, or those put off until an epoch minute. */
export type Delivery = DailyDelivery | LaterDelivery;

export interface DailyDelivery {
	readonly kind: 'daily';
	readonly memberId: Snowflake;
	readonly zone: TimeZone;
	readonly day: LocalDay;
	readonly time: LocalTime;
}

export interface LaterDelivery {
	readonly kind: 'later';
	readonly memberId: Snowflake;
	readonly epochMinute: number;
}

export interface Due {
	/** The member's record as it is now. */
	readonly record: MemberRecord;
	/** The local date whose nudges these are. */
	readonly day: LocalDay;
	readonly topics: readonly Topic[];
	/** The topics of the first try, which name the message even when one has been stopped since. */
	readonly nonceTopics: readonly Topic[];
	/** False when a former try may have sent it already. */
	readonly firstTry: boolean;
}

/**
 * Why nothing is sent: stopped or moved, settled already, refused before, paused, quiet hours, resting for want of
 * answers, too late, maybe sent long ago, or unreadable.
 */
const notDue = z.enum([
	'gone',
	'done',
	'waiting',
	'suspended',
	'paused',
	'quiet',
	'resting',
	'late',
	'uncertain',
	'corrupt',
]);
export type NotDue = z.infer<typeof notDue>;

export type DeliveryEnd =
	| { readonly kind: 'sent' | 'rejected' | 'uncertain' | 'released' }
	| { readonly kind: 'refused'; readonly code: number };

/** What was sent to whom, in the members' own records: each call is one script on one shard. */
export interface DeliveryLedger {
	/** Tells whether the delivery is due, without noting that it will be sent. */
	peek(delivery: Delivery): Promise<'due' | NotDue>;
	/** Tells whether it is due and, if so, notes that it is about to be sent. */
	begin(delivery: Delivery): Promise<Due | NotDue>;
	/** Notes what came of it. Harmless when repeated. */
	end(delivery: Delivery, due: Pick<Due, 'day' | 'topics'>, end: DeliveryEnd): Promise<void>;
}

const reply = z.union([
	z.tuple([z.literal('due'), z.string(), z.string(), z.enum(['first', 'repeated']), z.string()], z.string()),
	z.tuple([notDue]),
]);

const laterDay = z.coerce.number().pipe(localDay);

export function createDeliveryLedger(redis: RedisClient, clock: Clock): DeliveryLedger {
	async function checkDaily(delivery: DailyDelivery, mode: string): Promise<unknown> {
		const { memberId, zone, time, day } = delivery;
		const now = clock();
		return checkDue(
			redis,
			[recordsKeyOf(memberId), dueSet(shardOf(memberId), zone, time)],
			[
				memberId,
				zone,
				time,
				day,
				toSeconds(now),
				NONCE_WINDOW_MS / 1_000,
				SUSPENDING_REFUSALS,
				mode,
				minuteOfDay(now, zone),
			],
		);
	}

	/** Which zone the member lives in is in the record, which has to be read first for the time on their clock. */
	async function checkPutOff({ memberId, epochMinute }: LaterDelivery, mode: string): Promise<unknown> {
		const key = recordsKeyOf(memberId);
		const raw = await redis.hget(key, memberId);
		const zone = raw === null ? 'UTC' : (/^\d\|([^|]+)\|/.exec(raw)?.[1] ?? 'UTC');
		const now = clock();
		return checkLater(
			redis,
			[key, laters(shardOf(memberId))],
			[
				memberId,
				epochMinute,
				toSeconds(now),
				NONCE_WINDOW_MS / 1_000,
				SUSPENDING_REFUSALS,
				mode,
				localDayAt(Temporal.Instant.fromEpochMilliseconds(now), zone),
				minuteOfDay(now, zone),
				LATENESS_MS / 1_000,
			],
		);
	}

	async function check(delivery: Delivery, mode: 'begin' | 'peek') {
		const answer = delivery.kind === 'daily' ? checkDaily(delivery, mode) : checkPutOff(delivery, mode);
		return reply.parse(await answer);
	}

	return {
		peek: async (delivery) => (await check(delivery, 'peek'))[0],
		async begin(delivery) {
			const [word, nonceTopics, topics, tried, raw, day] = await check(delivery, 'begin');
			if (word !== 'due') return word;
			return {
				record: decodeMemberRecord(recordsKeyOf(delivery.memberId), raw),
				day: delivery.kind === 'daily' ? delivery.day : laterDay.parse(day),
				topics: decodeTopics(topics),
				nonceTopics: decodeTopics(nonceTopics),
				firstTry: tried === 'first',
			};
		},
		async end(delivery, { day, topics }, end) {
			const { memberId } = delivery;
			const code = end.kind === 'refused' ? end.code : 0;
			const key = recordsKeyOf(memberId);
			if (delivery.kind === 'daily')
				await endIntent(redis, [key], [memberId, delivery.time, day, encodeTopics(topics), end.kind, code]);
			else
				await endLater(
					redis,
					[key, laters(shardOf(memberId))],
					[memberId, delivery.epochMinute, day, end.kind, code],
				);
		},
	};
}

function minuteOfDay(now: number, zone: string): number {
	const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	return local.hour * 60 + local.minute;
}

function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1_000);
}
