import type { Redis } from 'ioredis';
import type { Snowflake } from '../../src/core/snowflake.ts';
import { recordsKeyOf, shardOf } from '../../src/nudges/member-keys.ts';
import { dueTime, type MemberRecord } from '../../src/nudges/member-record.ts';
import { encodeMemberRecord } from '../../src/nudges/record-codec.ts';
import { dueSet, zonesInUse } from '../../src/redis/keys.ts';

export interface StoredMember {
	readonly memberId: Snowflake;
	readonly record: MemberRecord;
}

/** Stores when the members come, as `start` does for each, but for many in a round trip. */
export async function loadDueSets(redis: Redis, members: readonly StoredMember[]): Promise<void> {
	const sets = new Map<string, string[]>();
	for (const { memberId, record } of members) {
		const shard = shardOf(memberId);
		addTo(sets, zonesInUse(shard), record.zone);
		for (const topic of record.topics.values())
			addTo(sets, dueSet(shard, record.zone, dueTime(topic)), memberId);
	}
	const pipeline = redis.pipeline();
	for (const [key, entries] of sets) pipeline.sadd(key, ...entries);
	await pipeline.exec();
}

/** Stores the records, as `start` does for each. */
export async function loadRecords(redis: Redis, members: readonly StoredMember[]): Promise<void> {
	const hashes = new Map<string, string[]>();
	for (const { memberId, record } of members)
		addTo(hashes, recordsKeyOf(memberId), memberId, encodeMemberRecord(record));
	const pipeline = redis.pipeline();
	for (const [key, fields] of hashes) pipeline.hset(key, ...fields);
	await pipeline.exec();
}

function addTo(lists: Map<string, string[]>, key: string, ...entries: string[]): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, entries);
	else list.push(...entries);
}
