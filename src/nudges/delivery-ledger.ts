import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { dueSet } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { checkDue, endIntent } from './delivery-scripts.ts';
import type { DueMinute } from './due-minutes.ts';
import { recordsKeyOf, shardOf } from './member-keys.ts';
import { decodeTopics, encodeTopics } from './member-record.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** Refused messages in a row after which a member is left in peace until the next `start`. */
export const SUSPENDING_REFUSALS = 3;

/**
 * How long Discord recognises a nonce, to our knowledge "a few minutes". A message that may have been sent longer ago
 * is never tried again: a missed nudge is better than a double.
 */
export const NONCE_WINDOW_MS = 120_000;

/** A member's nudges of one local minute. */
export interface Delivery extends DueMinute {
	readonly memberId: Snowflake;
	readonly zone: TimeZone;
}

export interface Due {
	readonly channelId: Snowflake;
	readonly topics: readonly Topic[];
	/** The topics of the first try, which name the message even when one has been stopped since. */
	readonly nonceTopics: readonly Topic[];
	/** False when a former try may have sent it already. */
	readonly firstTry: boolean;
}

/** Why nothing is sent: stopped or moved, settled already, refused before, maybe sent long ago, or unreadable. */
export type NotDue = 'gone' | 'done' | 'waiting' | 'suspended' | 'uncertain' | 'corrupt';

export type DeliveryEnd =
	| { readonly kind: 'sent' | 'rejected' | 'uncertain' | 'released' }
	| { readonly kind: 'refused'; readonly code: number };

/** What was sent to whom, in the members' own records: each call is one script on one shard. */
export interface DeliveryLedger {
	/** Tells whether the delivery is due, without noting anything. */
	peek(delivery: Delivery): Promise<Due | NotDue>;
	/** Tells whether it is due and, if so, notes that it is about to be sent. */
	begin(delivery: Delivery): Promise<Due | NotDue>;
	/** Notes what came of it. Harmless when repeated. */
	end(delivery: Delivery, topics: readonly Topic[], end: DeliveryEnd): Promise<void>;
}

const reply = z.union([
	z.tuple([z.literal('due'), snowflake, z.string(), z.string(), z.enum(['first', 'repeated'])]),
	z.tuple([z.enum(['gone', 'done', 'waiting', 'suspended', 'uncertain', 'corrupt'])]),
]);

export function createDeliveryLedger(redis: RedisClient, clock: Clock): DeliveryLedger {
	async function check(delivery: Delivery, mode: 'begin' | 'peek'): Promise<Due | NotDue> {
		const { memberId, zone, time, day } = delivery;
		const keys = [recordsKeyOf(memberId), dueSet(shardOf(memberId), zone, time)];
		const now = Math.floor(clock() / 1_000);
		const args = [memberId, zone, time, day, now, NONCE_WINDOW_MS / 1_000, SUSPENDING_REFUSALS, mode];
		const [word, channelId, nonceTopics, topics, tried] = reply.parse(await checkDue(redis, keys, args));
		if (word !== 'due') return word;
		return {
			channelId,
			topics: decodeTopics(topics),
			nonceTopics: decodeTopics(nonceTopics),
			firstTry: tried === 'first',
		};
	}

	return {
		peek: (delivery) => check(delivery, 'peek'),
		begin: (delivery) => check(delivery, 'begin'),
		async end({ memberId, time, day }, topics, end) {
			const code = end.kind === 'refused' ? end.code : 0;
			await endIntent(
				redis,
				[recordsKeyOf(memberId)],
				[memberId, time, day, encodeTopics(topics), end.kind, code],
			);
		},
	};
}
