import type { Snowflake } from '../core/snowflake.ts';

// Every Redis key of the product is made in this file. The part in braces is the cluster hash tag:
// keys with the same tag share a slot, so one Lua script or one transaction may change them together.

/** BullMQ's own keys: one tag, because its scripts touch many keys of a queue at once. */
export const QUEUE_PREFIX = 'gutsy:{queue}';

// --- A server's own answers -------------------------------------------------------------------------------

/** Hash: entry id → the server's version of that answer, as JSON. */
export const overlay = (guildId: Snowflake): string => `gutsy:{g${guildId}}:overlay`;

/** List: past versions of the server's answers as JSON, newest first. */
export const overlayHistory = (guildId: Snowflake): string => `gutsy:{g${guildId}}:overlay-history`;

/** Pub/sub channel: carries the guild id whose answers changed. Nothing is stored. */
export const OVERLAY_CHANGED = 'gutsy:overlay-changed';

/** Hash: the words of a question that members sent to the moderators → the question and how often, as JSON. Nothing about who. */
export const inbox = (guildId: Snowflake): string => `gutsy:{g${guildId}}:inbox`;

/** Hash: keyed hash of a member → questions sent on that epoch day, so that one cannot fill the inbox. */
export const inboxSenders = (guildId: Snowflake, day: number): string =>
	`gutsy:{g${guildId}}:inbox-senders:${day}`;

/** Set: the servers whose members have sent questions. */
export const inboxPlaces = (): string => 'gutsy:{inbox}:places';

// --- Votes ------------------------------------------------------------------------------------------------

/** Hash: `<entry>:<h or u>` → how many found it helpful or unhelpful. `place` is a server id, or `outside`. */
export const votes = (place: string): string => `gutsy:{v${place}}:votes`;

/** Hash: keyed hash of a voter → `entry:h,entry:u`, so that nobody votes twice. */
export const voters = (place: string): string => `gutsy:{v${place}}:voters`;

/** Set: the places that have votes. */
export const votePlaces = (): string => 'gutsy:{votes}:places';

/** String: the key of all keyed hashes, unless the operator keeps it elsewhere. */
export const hashKey = (): string => 'gutsy:{hash}:key';

// --- Nudges -----------------------------------------------------------------------------------------------

/** Fixed for good: another number would need every member's keys to be moved. */
export const NUDGE_SHARDS = 16;

/**
 * Fixed for good, too. With a million members each of a shard's hashes holds about 120, few enough to stay compact and to be
 * searched fast, and enough that the hash itself hardly counts.
 */
export const NUDGE_BUCKETS = 512;

/** Set: ids of the members and channels whose nudges come at `minute` (minutes after local midnight) in `zone`. */
export const dueSet = (shard: number, zone: string, minute: number): string =>
	`gutsy:{n${shard}}:due:${zone}:${minute}`;

/** Hash: member id → that member's nudge record; a channel that has daily posts is kept like a member. Members are spread over buckets to keep each hash compact. */
export const memberRecords = (shard: number, bucket: number): string => `gutsy:{n${shard}}:members:${bucket}`;

/** Sorted set: ids of the members who put a nudge off → the epoch minute for which the first of theirs is wanted. */
export const laters = (shard: number): string => `gutsy:{n${shard}}:laters`;

/** Hash: member id → what that member answered to channels' posts, in the same buckets as the members' own records. */
export const postMarks = (shard: number, bucket: number): string => `gutsy:{n${shard}}:post-marks:${bucket}`;

/** Set: ids of the server's channels in which moderators turned daily posts on. */
export const postChannels = (guildId: Snowflake): string => `gutsy:{g${guildId}}:post-channels`;

/** String: the last epoch minute whose due sets have all been enqueued. */
export const cursor = (shard: number): string => `gutsy:{n${shard}}:cursor`;

/** Set: the time zones for which the shard has had due sets. */
export const zonesInUse = (shard: number): string => `gutsy:{n${shard}}:zones`;

/** String: the time at which the next send slot is free, shared by every process that sends. */
export const sendSlots = (): string => 'gutsy:{slots}';

// --- What is kept -----------------------------------------------------------------------------------------

/** One kind of key in words for the people whose data it holds. */
export interface KeptKind {
	/** The key with a placeholder for each part that varies. */
	readonly pattern: string;
	readonly meaning: string;
	readonly kept: string;
}

/** Every kind of key above, so that what Gutsy says about its data is all of it. */
export const KEPT: readonly KeptKind[] = [
	{
		pattern: `${QUEUE_PREFIX}:<queue>:<part>`,
		meaning: 'Work that waits to be done: which members a nudge is to be sent to',
		kept: 'Until it is done or has failed for good, about two hours after it was due',
	},
	{
		pattern: 'gutsy:{g<server>}:overlay',
		meaning: "A server's own wording of answers, and which moderator saved it when",
		kept: 'Until a moderator replaces it',
	},
	{
		pattern: 'gutsy:{g<server>}:overlay-history',
		meaning: "Former wordings of a server's answers, and which moderator saved them when",
		kept: 'As long as the server has answers of its own',
	},
	{
		pattern: 'gutsy:{g<server>}:inbox',
		meaning: 'Questions that members chose to send to the moderators, and how often each; not who',
		kept: 'Until a moderator deals with it, at most 180 days',
	},
	{
		pattern: 'gutsy:{g<server>}:inbox-senders:<day>',
		meaning: 'How often somebody sent a question that day, under a keyed hash',
		kept: 'Two days',
	},
	{
		pattern: 'gutsy:{inbox}:places',
		meaning: 'In which servers questions were sent to the moderators; nothing about members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{v<place>}:votes',
		meaning: 'How many found each answer helpful or not; nothing about members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{v<place>}:voters',
		meaning: 'Which answers somebody found helpful or not, under a keyed hash of their id',
		kept: 'Until the member takes it back',
	},
	{
		pattern: 'gutsy:{votes}:places',
		meaning: 'In which servers answers were voted on; nothing about members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{hash}:key',
		meaning: 'The key of the keyed hashes; nothing about members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{n<shard>}:due:<zone>:<minute>',
		meaning: 'Which members and channels get a nudge at a time of day in a time zone',
		kept: 'Until the member, or a moderator of the channel, stops the nudges or changes their time',
	},
	{
		pattern: 'gutsy:{n<shard>}:members:<bucket>',
		meaning:
			"A member's nudge topics, times, time zone, quiet hours, pause, direct message channel, consent, the days of the last nudges, and for half a year whether each was done; of a channel with daily posts its topics, times, time zone and role",
		kept: 'Until the member, or a moderator of the channel, stops the nudges',
	},
	{
		pattern: 'gutsy:{n<shard>}:post-marks:<bucket>',
		meaning: 'On which days a member answered Done or Not today to the posts of which channel',
		kept: 'Half a year after each answer, or until the member deletes it',
	},
	{
		pattern: 'gutsy:{g<server>}:post-channels',
		meaning: "In which of a server's channels daily posts are on; nothing about members",
		kept: 'Until a moderator stops them',
	},
	{
		pattern: 'gutsy:{n<shard>}:laters',
		meaning: 'Which members put a nudge off, and until when',
		kept: 'Until it has come, at most two hours after it was wanted',
	},
	{
		pattern: 'gutsy:{n<shard>}:cursor',
		meaning: 'Up to which minute nudges have been seen to; nothing about members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{n<shard>}:zones',
		meaning: 'In which time zones members have asked for nudges; nothing about single members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{slots}',
		meaning: 'When the next message may be sent; nothing about members',
		kept: 'For good',
	},
];
