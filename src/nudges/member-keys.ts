import { createHash } from 'node:crypto';
import type { Snowflake } from '../core/snowflake.ts';
import { memberRecords, NUDGE_BUCKETS, NUDGE_SHARDS, postMarks } from '../redis/keys.ts';

/** Tells which shard holds all that is stored about a member's nudges. */
export function shardOf(memberId: Snowflake): number {
	return hash(memberId) % NUDGE_SHARDS;
}

/** The hash that holds the member's record. */
export function recordsKeyOf(memberId: Snowflake): string {
	return memberRecords(shardOf(memberId), bucketOf(memberId));
}

/** The hash that holds what the member answered to channels' posts. */
export function postMarksKeyOf(memberId: Snowflake): string {
	return postMarks(shardOf(memberId), bucketOf(memberId));
}

/** A number of the member's own, unlike that of the others in the same shard and bucket. */
export function spreadOf(memberId: Snowflake): number {
	return createHash('sha256').update(memberId).digest().readUInt32BE(4);
}

function bucketOf(memberId: Snowflake): number {
	return Math.floor(hash(memberId) / NUDGE_SHARDS) % NUDGE_BUCKETS;
}

// Ids themselves are uneven: they count milliseconds and the machines that made them.
function hash(memberId: Snowflake): number {
	return createHash('sha256').update(memberId).digest().readUInt32BE(0);
}
