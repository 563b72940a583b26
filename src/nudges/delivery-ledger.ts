import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { dueSet, laters } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { checkDue, endIntent } from './delivery-scripts.ts';
import { LATENESS_MS } from './lateness.ts';
import { checkLater, endLater } from './later-scripts.ts';
import { type LocalDay, localDay } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import { recordsKeyOf, shardOf } from './member-keys.ts';
import type { MemberRecord } from './member-record.ts';
import { decodeMemberRecord, decodeTopics, encodeTopics } from './record-codec.ts';
import { SUSPENDING_REFUSALS } from './refusals.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';
import { createWallClocks } from './wall-clocks.ts';

/**
 * How long Discord recognises a nonce, to our knowledge "a few minutes". A message that may have been sent longer ago
 * is never tried again: a missed nudge is better than a double.
 */
export const NONCE_WINDOW_MS = 120_000;

/** The nudges of one local minute, or those put off until an epoch minute. */
export type Occasion = DailyOccasion | LaterOccasion;

export interface DailyOccasion {
	readonly kind: 'daily';
	readonly zone: TimeZone;
	readonly day: LocalDay;
	readonly time: LocalTime;
}

export interface LaterOccasion {
	readonly kind: 'later';
	readonly epochMinute: number;
}

/** A member's nudges of one occasion. */
export type Delivery = Occasion & { readonly memberId: Snowflake };

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
	/** Tells of each of these members of one shard whether they are due, without noting that something will be sent. */
	peek(occasion: Occasion, memberIds: readonly Snowflake[]): Promise<readonly ('due' | NotDue)[]>;
	/** Tells whether it is due and, if so, notes that it is about to be sent. */
	begin(delivery: Delivery): Promise<Due | NotDue>;
	/** Notes what came of it. Harmless when repeated. */
	end(delivery: Delivery, due: Pick<Due, 'day' | 'topics'>, end: DeliveryEnd): Promise<void>;
}

const reply = z.union([
	z.tuple([z.literal('due'), z.string(), z.string(), z.enum(['first', 'repeated']), z.string()], z.string()),
	z.tuple([notDue]),
]);

const words = z.array(z.tuple([z.union([z.literal('due'), notDue])]).transform(([word]) => word));
const list = z.array(z.unknown());

const laterDay = z.coerce.number().pipe(localDay);

type Mode = 'begin' | 'peek';

export function createDeliveryLedger(redis: RedisClient, clock: Clock): DeliveryLedger {
	const wallClocks = createWallClocks();

	/** Looks at all the members in one call. */
	async function checkDaily(
		{ zone, time, day }: DailyOccasion,
		memberIds: readonly Snowflake[],
		mode: Mode,
	): Promise<readonly unknown[]> {
		const now = clock();
		const replies = await checkDue(
			redis,
			memberIds.flatMap((memberId) => [recordsKeyOf(memberId), dueSet(shardOf(memberId), zone, time)]),
			[
				zone,
				time,
				day,
				toSeconds(now),
				NONCE_WINDOW_MS / 1_000,
				SUSPENDING_REFUSALS,
				mode,
				wallClocks(now, zone).minute,
				...memberIds,
			],
		);
		return list.parse(replies);
	}

	/** Which zone the member lives in is in the record, which has to be read first for the time on their clock. */
	async function checkPutOff(
		{ epochMinute }: LaterOccasion,
		memberId: Snowflake,
		mode: Mode,
	): Promise<unknown> {
		const key = recordsKeyOf(memberId);
		const raw = await redis.hget(key, memberId);
		const zone = raw === null ? 'UTC' : (/^\d\|([^|]+)\|/.exec(raw)?.[1] ?? 'UTC');
		const now = clock();
		const { day, minute } = wallClocks(now, zone);
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
				day,
				minute,
				LATENESS_MS / 1_000,
			],
		);
	}

	function check(
		occasion: Occasion,
		memberIds: readonly Snowflake[],
		mode: Mode,
	): Promise<readonly unknown[]> {
		if (occasion.kind === 'daily') return checkDaily(occasion, memberIds, mode);
		return Promise.all(memberIds.map((memberId) => checkPutOff(occasion, memberId, mode)));
	}

	return {
		async peek(occasion, memberIds) {
			return words.parse(await check(occasion, memberIds, 'peek'));
		},
		async begin(delivery) {
			const [answer] = await check(delivery, [delivery.memberId], 'begin');
			const [word, nonceTopics, topics, tried, raw, day] = reply.parse(answer);
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

function toSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1_000);
}
