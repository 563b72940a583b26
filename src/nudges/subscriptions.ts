import type { Snowflake } from '../core/snowflake.ts';
import { dueSet, laters, zonesInUse } from '../redis/keys.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { type StartRequest, startRecord, stopRecord } from './change-record.ts';
import { recordsKeyOf, shardOf, spreadOf } from './member-keys.ts';
import { dueTime, type MemberRecord } from './member-record.ts';
import { decodeMemberRecord, encodeMemberRecord } from './record-codec.ts';
import type { Topic } from './topic.ts';

/** The store of who is nudged when: a record for each member, and for each zone and local minute a set of members. */
export interface Subscriptions {
	/** Subscribes, or changes a subscription. `now` is in epoch milliseconds. */
	start(memberId: Snowflake, request: SubscriptionRequest, now: number): Promise<MemberRecord>;
	/** Without topics everything stored about the member goes. Returns what is left. */
	stop(memberId: Snowflake, topics?: readonly Topic[]): Promise<MemberRecord | undefined>;
	/**
	 * Changes the record of a member who has one. `make` may be called more than once, as other changes come between;
	 * what it gives for the record that stays is stored. Returns that record, or `undefined` for a stranger.
	 */
	change(memberId: Snowflake, make: (old: MemberRecord) => MemberRecord): Promise<MemberRecord | undefined>;
	/** Deletes a record of which `isOver` is true at that very moment. Returns whether it did. */
	endIf(memberId: Snowflake, isOver: (record: MemberRecord) => boolean): Promise<boolean>;
	read(memberId: Snowflake): Promise<MemberRecord | undefined>;
}

export type SubscriptionRequest = Omit<StartRequest, 'spreadBy'>;

// Changes record and sets together, unless the record is no longer what the change was made from.
const replaceRecord = defineScript({
	lua: `
-- KEYS: records, zones in use, laters, due sets to leave, due sets to join
-- ARGV: member, expected record ('' for none), new record ('' for none), zone to note ('' for none), sets to leave,
--   epoch minute of the first nudge put off ('' for none, 'none yet' where there were none before either)
local call, records, member, expected, record = redis.call, KEYS[1], ARGV[1], ARGV[2], ARGV[3]
if expected == '' and record ~= '' then
  -- Looking for a field that is not there is what takes longest, so it is looked for once.
  if call('HSETNX', records, member, record) == 0 then return call('HGET', records, member) end
else
  local found = call('HGET', records, member) or ''
  if found ~= expected then return found end
  if record == '' then call('HDEL', records, member) else call('HSET', records, member, record) end
end
local leave = tonumber(ARGV[5])
for i = 4, 3 + leave do call('SREM', KEYS[i], member) end
for i = 4 + leave, #KEYS do call('SADD', KEYS[i], member) end
if ARGV[4] ~= '' then call('SADD', KEYS[2], ARGV[4]) end
if ARGV[6] == '' then call('ZREM', KEYS[3], member)
elseif ARGV[6] ~= 'none yet' then call('ZADD', KEYS[3], ARGV[6], member) end
return false`,
});

// Each failed try means that another change of this very member went through.
const MOST_TRIES = 50;

export function createSubscriptions(redis: RedisClient): Subscriptions {
	/** Makes `change` of the present record, as often as another change comes between. */
	async function change<Result extends MemberRecord | undefined>(
		memberId: Snowflake,
		first: string,
		make: (raw: string) => { old: MemberRecord | undefined; result: Result },
	): Promise<Result> {
		let expected = first;
		for (let tries = 0; tries < MOST_TRIES; tries += 1) {
			const { old, result } = make(expected);
			const found = await replace(memberId, expected, old, result);
			if (found === undefined) return result;
			expected = found;
		}
		throw new Error('A nudge record kept changing under every attempt to change it');
	}

	async function replace(
		memberId: Snowflake,
		expected: string,
		old: MemberRecord | undefined,
		next: MemberRecord | undefined,
	): Promise<string | undefined> {
		const shard = shardOf(memberId);
		const join = dueSetsOf(shard, next);
		const leave = dueSetsOf(shard, old).filter((set) => !join.includes(set));
		const keys = [recordsKeyOf(memberId), zonesInUse(shard), laters(shard), ...leave, ...join];
		const record = next === undefined ? '' : encodeMemberRecord(next);
		const firstLater = Math.min(...(next?.laters ?? []).map(({ epochMinute }) => epochMinute));
		const found = await replaceRecord(redis, keys, [
			memberId,
			expected,
			record,
			next?.zone ?? '',
			leave.length,
			Number.isFinite(firstLater) ? firstLater : expected === '' ? 'none yet' : '',
		]);
		return typeof found === 'string' ? found : undefined;
	}

	async function readRaw(memberId: Snowflake): Promise<string> {
		return (await redis.hget(recordsKeyOf(memberId), memberId)) ?? '';
	}

	return {
		// A first start meets no record, so it is tried as one: a single round trip.
		start: (memberId, request, now) =>
			change(memberId, '', (raw) => {
				const old = decode(memberId, raw);
				return { old, result: startRecord(old, { ...request, spreadBy: spreadOf(memberId) }, now) };
			}),
		stop: async (memberId, topics) =>
			change(memberId, await readRaw(memberId), (raw) => {
				if (topics === undefined) return { old: decodeIfPossible(memberId, raw), result: undefined };
				const old = decode(memberId, raw);
				return { old, result: old && stopRecord(old, topics) };
			}),
		change: async (memberId, make) =>
			change(memberId, await readRaw(memberId), (raw) => {
				const old = decode(memberId, raw);
				return { old, result: old && make(old) };
			}),
		async endIf(memberId, isOver) {
			let ended = false;
			await change(memberId, await readRaw(memberId), (raw) => {
				const old = decode(memberId, raw);
				ended = old !== undefined && isOver(old);
				return { old, result: ended ? undefined : old };
			});
			return ended;
		},
		read: async (memberId) => decode(memberId, await readRaw(memberId)),
	};
}

function dueSetsOf(shard: number, record: MemberRecord | undefined): string[] {
	if (record === undefined) return [];
	const times = new Set([...record.topics.values()].map(dueTime));
	return [...times].map((time) => dueSet(shard, record.zone, time));
}

function decode(memberId: Snowflake, raw: string): MemberRecord | undefined {
	return raw === '' ? undefined : decodeMemberRecord(`${recordsKeyOf(memberId)} ${memberId}`, raw);
}

// Who wants no more nudges gets none, even when what is stored cannot be read: without a record nothing is sent, and
// the delivery clears due sets of members who have none.
function decodeIfPossible(memberId: Snowflake, raw: string): MemberRecord | undefined {
	try {
		return decode(memberId, raw);
	} catch (error) {
		if (error instanceof CorruptValueError) return undefined;
		throw error;
	}
}
