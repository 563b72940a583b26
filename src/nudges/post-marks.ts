import type { Snowflake } from '../core/snowflake.ts';
import { changeField } from '../redis/change-field.ts';
import { NUDGE_SHARDS, POST_BUCKETS, postMarks } from '../redis/keys.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { HISTORY_DAYS, type History, type Mark } from './history.ts';
import type { LocalDay } from './local-day.ts';
import { postMarksKeyOf } from './member-keys.ts';
import { decodePostMarks, encodePostMarks, type PostMarks } from './post-marks-codec.ts';
import type { Topic } from './topic.ts';

/** What members answer to channels' posts, each in a field of their own. Marks older than half a year are gone. */
export interface PostMarkStore {
	/** Notes an answer for a date; the first one stands. */
	add(memberId: Snowflake, answer: PostMark, today: LocalDay): Promise<Added>;
	of(memberId: Snowflake, today: LocalDay): Promise<readonly PostMarks[]>;
	/** Returns whether there were any. */
	forget(memberId: Snowflake): Promise<boolean>;
	/** Removes what has become too old, of members who have not answered since. Returns whose could not be read. */
	sweep(today: LocalDay): Promise<{ corrupt: number }>;
}

export interface PostMark {
	readonly channelId: Snowflake;
	readonly topic: Topic;
	/** The local date of the post. */
	readonly day: LocalDay;
	readonly mark: Exclude<Mark, 'missed'>;
}

export interface Added {
	readonly isNew: boolean;
	/** What the member answered in that channel on that topic, this answer included. */
	readonly history: History;
}

/** Buckets read in one round trip. */
const AT_ONCE = 64;

export function createPostMarks(redis: RedisClient): PostMarkStore {
	return {
		async add(memberId, { channelId, topic, day, mark }, today) {
			const key = postMarksKeyOf(memberId);
			let added: Added = { isNew: false, history: new Map() };
			await changeField(redis, key, memberId, (raw) => {
				const stored = decodePostMarks(nameOf(key, memberId), raw);
				const isHere = (each: PostMarks) => each.channelId === channelId && each.topic === topic;
				const history = new Map(stored.find(isHere)?.history);
				const isNew = !history.has(day);
				if (isNew) history.set(day, mark);
				added = { isNew, history };
				const others = stored.filter((each) => !isHere(each));
				return encodePostMarks(recent([...others, { channelId, topic, history }], today));
			});
			return added;
		},
		async of(memberId, today) {
			const key = postMarksKeyOf(memberId);
			const raw = (await redis.hget(key, memberId)) ?? undefined;
			return recent(decodePostMarks(nameOf(key, memberId), raw), today);
		},
		forget: async (memberId) => (await redis.hdel(postMarksKeyOf(memberId), memberId)) === 1,
		async sweep(today) {
			let corrupt = 0;
			for (let shard = 0; shard < NUDGE_SHARDS; shard += 1)
				for (let first = 0; first < POST_BUCKETS; first += AT_ONCE) {
					const keys = Array.from({ length: AT_ONCE }, (_none, index) => postMarks(shard, first + index));
					corrupt += await sweepSome(redis, keys, today);
				}
			return { corrupt };
		},
	};
}

async function sweepSome(redis: RedisClient, keys: readonly string[], today: LocalDay): Promise<number> {
	let corrupt = 0;
	const buckets = await Promise.all(keys.map((key) => redis.hgetall(key)));
	for (const [index, key] of keys.entries())
		for (const [memberId, raw] of Object.entries(buckets[index] ?? {})) {
			const prune = (value: string | undefined) =>
				encodePostMarks(recent(decodePostMarks(nameOf(key, memberId), value), today));
			try {
				if (prune(raw) !== raw) await changeField(redis, key, memberId, prune);
			} catch (error) {
				if (!(error instanceof CorruptValueError)) throw error;
				corrupt += 1;
			}
		}
	return corrupt;
}

/** Without what has become too old to keep. */
function recent(all: readonly PostMarks[], today: LocalDay): readonly PostMarks[] {
	return all
		.map((each) => ({
			...each,
			history: new Map([...each.history].filter(([day]) => day > today - HISTORY_DAYS)),
		}))
		.filter(({ history }) => history.size > 0);
}

function nameOf(key: string, memberId: Snowflake): string {
	return `${key} ${memberId}`;
}
