import type { Snowflake } from '../core/snowflake.ts';

// Every Redis key of the product is made in this file. The part in braces is the cluster hash tag:
// keys with the same tag share a slot, so one Lua script or one transaction may change them together.

/** BullMQ's own keys: one tag, because its scripts touch many keys of a queue at once. */
export const QUEUE_PREFIX = 'gutsy:{queue}';

// --- A server's own answers -------------------------------------------------------------------------------

/** Hash: entry id → what the server makes of that entry, as JSON. */
export const overlay = (guildId: Snowflake): string => `gutsy:{g${guildId}}:overlay`;

/** String: how often the server's answers have been changed. */
export const overlayVersion = (guildId: Snowflake): string => `gutsy:{g${guildId}}:overlay-version`;

/** Hash: number → that step in the history of the server's answers, as JSON. */
export const revisions = (guildId: Snowflake): string => `gutsy:{g${guildId}}:revisions`;

/** List: the numbers of an entry's revisions, oldest first. */
export const revisionsOf = (guildId: Snowflake, entry: string): string =>
	`gutsy:{g${guildId}}:revisions-of:${entry}`;

/** List: the numbers of the revisions that were made together. */
export const changeRevisions = (guildId: Snowflake, change: string): string =>
	`gutsy:{g${guildId}}:change:${change}`;

/** List: past versions of the server's answers as JSON, newest first, as they were kept before there were revisions. */
export const overlayHistory = (guildId: Snowflake): string => `gutsy:{g${guildId}}:overlay-history`;

/** String: a change that a moderator looks at before they save it, as JSON. */
export const proposal = (guildId: Snowflake, id: string): string => `gutsy:{g${guildId}}:proposal:${id}`;

/** Sorted set: ids of the changes that moderators look at now → until when each is kept, in epoch milliseconds. */
export const proposals = (guildId: Snowflake): string => `gutsy:{g${guildId}}:proposals`;

/** Hash: id → a change that waits for a second moderator, as JSON. */
export const drafts = (guildId: Snowflake): string => `gutsy:{g${guildId}}:drafts`;

/** Hash: moderator → what became of their drafts, each a line of JSON, newest first. */
export const decisions = (guildId: Snowflake): string => `gutsy:{g${guildId}}:decisions`;

/** Set: the moderators who have not been told of the newest of these. */
export const decisionNews = (guildId: Snowflake): string => `gutsy:{g${guildId}}:decision-news`;

/** Set: the servers in which a moderator has changed, drafted, approved or rejected something, or saved a test question. */
export const curated = (memberId: Snowflake): string => `gutsy:{m${memberId}}:curated`;

/** String: how the server's moderators want to work, as JSON. */
export const settings = (guildId: Snowflake): string => `gutsy:{g${guildId}}:settings`;

/** Hash: id → a question and the entry that should answer it, as JSON. */
export const testQuestions = (guildId: Snowflake): string => `gutsy:{g${guildId}}:test-questions`;

/** Hash: what is counted → how often on that epoch day. */
export const answerStats = (guildId: Snowflake, day: number): string => `gutsy:{g${guildId}}:stats:${day}`;

/** Pub/sub channel: carries the guild id whose answers changed, and their version. Nothing is stored. */
export const OVERLAY_CHANGED = 'gutsy:overlay-changed';

/** Hash: the words of a question that members sent to the moderators → the question and how often, as JSON. Nothing about who. */
export const inbox = (guildId: Snowflake): string => `gutsy:{g${guildId}}:inbox`;

/** Hash: keyed hash of a member → questions sent on that epoch day, so that one cannot fill the inbox. */
export const inboxSenders = (guildId: Snowflake, day: number): string =>
	`gutsy:{g${guildId}}:inbox-senders:${day}`;

/** Set: the servers whose members have sent questions. */
export const inboxPlaces = (): string => 'gutsy:{inbox}:places';

// --- Where Gutsy is ---------------------------------------------------------------------------------------

/** Set: the servers in which Gutsy was when it last looked. */
export const serversHere = (): string => 'gutsy:{servers}:here';

/** Sorted set: the servers that Gutsy was removed from → when, in epoch milliseconds. */
export const serversLeft = (): string => 'gutsy:{servers}:left';

/** String: the time that was last seen and believed by what deletes by age, in epoch milliseconds. */
export const timeSeen = (): string => 'gutsy:{time}:seen';

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
 * Fixed for good, too. With a million members each of a shard's hashes holds about 30: few enough to be found fast, for Redis
 * looks through a compact hash from end to end, and enough that the hash itself hardly counts.
 */
export const NUDGE_BUCKETS = 2_048;

/** Fixed for good as well. Fewer, for each is looked through once a day. */
export const POST_BUCKETS = 512;

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

/** String: how often somebody in the shard had everything deleted. Who queues members compares it before and after. */
export const departures = (shard: number): string => `gutsy:{n${shard}}:departures`;

/** Set: the time zones for which the shard has had due sets. */
export const zonesInUse = (shard: number): string => `gutsy:{n${shard}}:zones`;

/** Hash: when the next request may go out, and how fast they may follow each other. Shared by every process that sends. */
export const sendSlots = (): string => 'gutsy:{sends}:slots';

/** Hash: until when all direct messages are halted, and why. Absent while they are not. */
export const sendBreaker = (): string => 'gutsy:{sends}:breaker';

/** Hash: minute modulo eleven → the minute and how many messages were sent, refused, and requests invalid in it. */
export const sendAnswers = (): string => 'gutsy:{sends}:answers';
