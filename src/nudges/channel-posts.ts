import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { postChannels } from '../redis/keys.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { localDayAt } from './local-day.ts';
import type { LocalTime } from './local-time.ts';
import type { MemberRecord } from './member-record.ts';
import { describeRecord, type NudgeStatus } from './nudge-status.ts';
import { SUSPENDING_REFUSALS, UNKNOWN_SERVER } from './refusals.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { TimeZone } from './time-zone.ts';
import type { Topic } from './topic.ts';

/** Channels of one server that may have posts at a time. */
export const MOST_CHANNELS = 5;

/** What a moderator wants to be posted. */
export interface PostPlan {
	readonly channelId: Snowflake;
	readonly topics: readonly Topic[];
	readonly time: LocalTime;
	readonly timeZone: TimeZone;
	/** A role to notify. */
	readonly roleId: Snowflake | undefined;
}

/** A channel's daily post as moderators may see it. */
export interface ChannelPost {
	readonly channelId: Snowflake;
	readonly roleId: Snowflake | undefined;
	/** `undefined` when turning it on was cut off half-way: nothing comes. */
	readonly status: NudgeStatus | undefined;
}

/** Daily posts in servers' channels. Whatever is asked for a server concerns that server's channels alone. */
export interface ChannelPosts {
	/** Whether the server has as many channels with posts as it may, this one not among them. */
	isFull(guildId: Snowflake, channelId: Snowflake): Promise<boolean>;
	/** Turns a post on, or puts this one in its place. The channel must be known to belong to the server. */
	start(guildId: Snowflake, plan: PostPlan): Promise<ChannelPost | 'full'>;
	/** Ends it at once and deletes what was stored for it. False where the server has none. */
	stop(guildId: Snowflake, channelId: Snowflake): Promise<boolean>;
	find(guildId: Snowflake, channelId: Snowflake): Promise<ChannelPost | undefined>;
	list(guildId: Snowflake): Promise<readonly ChannelPost[]>;
	/** Gutsy was removed from the server: nothing is posted there any more, and everything stays as it is set. */
	suspend(guildId: Snowflake): Promise<void>;
	/** It is back: posts go on. */
	unsuspend(guildId: Snowflake): Promise<void>;
	/** Ends all of the server's posts and deletes what was stored for them. */
	stopAll(guildId: Snowflake): Promise<void>;
}

/** What moderators confirm is not a member's consent, so the number only tells the form of the agreement. */
const AGREEMENT = 1;

const LIST = defineScript({
	keys: 1,
	lua: `
-- KEYS: channels. ARGV: channel, most
if redis.call('SISMEMBER', KEYS[1], ARGV[1]) == 1 then return 1 end
if redis.call('SCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
redis.call('SADD', KEYS[1], ARGV[1])
return 1`,
});

const storedChannels = z.array(snowflake);

export function createChannelPosts(
	redis: RedisClient,
	subscriptions: Subscriptions,
	clock: Clock,
): ChannelPosts {
	const isListed = async (guildId: Snowflake, channelId: Snowflake) =>
		(await redis.sismember(postChannels(guildId), channelId)) === 1;

	const channelsOf = async (guildId: Snowflake) =>
		storedChannels.parse(await redis.smembers(postChannels(guildId)));

	async function changeAll(guildId: Snowflake, make: (old: MemberRecord) => MemberRecord): Promise<void> {
		for (const channelId of await channelsOf(guildId))
			try {
				await subscriptions.change(channelId, make);
			} catch (error) {
				// From what cannot be read nothing is posted either way.
				if (!(error instanceof CorruptValueError)) throw error;
			}
	}

	async function read(channelId: Snowflake): Promise<ChannelPost> {
		const record = await subscriptions.read(channelId);
		return { channelId, roleId: record?.roleId, status: record && describeRecord(record, clock()) };
	}

	return {
		async isFull(guildId, channelId) {
			if (await isListed(guildId, channelId)) return false;
			return (await redis.scard(postChannels(guildId))) >= MOST_CHANNELS;
		},
		async start(guildId, { channelId, topics, time, timeZone: zone, roleId }) {
			// Listed first: a listed channel without a record does no harm, a post in an unlisted one could not be stopped.
			if ((await LIST(redis, [postChannels(guildId)], [channelId, MOST_CHANNELS])) !== 1) return 'full';
			const now = clock();
			const times = new Map(topics.map((topic) => [topic, time]));
			const consent = { version: AGREEMENT, at: now };
			const request = { zone, times, channelId, consent, exact: true, only: true, roleId };
			const record = await subscriptions.start(channelId, request, now);
			return { channelId, roleId, status: describeRecord(record, now) };
		},
		async stop(guildId, channelId) {
			if (!(await isListed(guildId, channelId))) return false;
			await subscriptions.stop(channelId);
			await redis.srem(postChannels(guildId), channelId);
			return true;
		},
		async find(guildId, channelId) {
			return (await isListed(guildId, channelId)) ? read(channelId) : undefined;
		},
		async list(guildId) {
			return Promise.all((await channelsOf(guildId)).toSorted().map(read));
		},
		suspend: (guildId) => changeAll(guildId, (old) => removedFrom(old, clock())),
		unsuspend: (guildId) =>
			changeAll(guildId, (old) =>
				old.refusal?.code === UNKNOWN_SERVER ? { ...old, refusal: undefined } : old,
			),
		async stopAll(guildId) {
			for (const channelId of await channelsOf(guildId)) await subscriptions.stop(channelId);
			await redis.del(postChannels(guildId));
		},
	};
}

// As if Discord had refused often enough: nothing needs to be asked of it any more.
function removedFrom(old: MemberRecord, now: number): MemberRecord {
	const day = localDayAt(Temporal.Instant.fromEpochMilliseconds(now), old.zone);
	return { ...old, refusal: { count: SUSPENDING_REFUSALS, day, code: UNKNOWN_SERVER } };
}
