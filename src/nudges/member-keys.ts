import { hash } from 'node:crypto';
import type { Snowflake } from '../core/snowflake.ts';
import { memberRecords, NUDGE_BUCKETS, NUDGE_SHARDS, POST_BUCKETS, postMarks } from '../redis/keys.ts';

/** Tells which shard holds all that is stored about a member's nudges. */
export function shardOf(memberId: Snowflake): number {
	return shardAt(placeOf(memberId));
}

/** The hash that holds the member's record. */
export function recordsKeyOf(memberId: Snowflake): string {
	const place = placeOf(memberId);
	return memberRecords(shardAt(place), bucketAt(place, NUDGE_BUCKETS));
}

/** The hash that holds what the member answered to channels' posts. */
export function postMarksKeyOf(memberId: Snowflake): string {
	const place = placeOf(memberId);
	return postMarks(shardAt(place), bucketAt(place, POST_BUCKETS));
}

/** A number of the member's own, unlike that of the others in the same shard and bucket. */
export function spreadOf(memberId: Snowflake): number {
	return Number.parseInt(hash('sha256', memberId).slice(8, 16), 16);
}

function shardAt(place: number): number {
	return place % NUDGE_SHARDS;
}

function bucketAt(place: number, buckets: number): number {
	return Math.floor(place / NUDGE_SHARDS) % buckets;
}

// Ids themselves are uneven: they count milliseconds and the machines that made them.
function placeOf(memberId: Snowflake): number {
	return Number.parseInt(hash('sha256', memberId).slice(0, 8), 16);
}
