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

// --- What is kept -----------------------------------------------------------------------------------------

/** One kind of key in words for the people whose data it holds. */
export interface KeptKind {
	/** The key with a placeholder for each part that varies. */
	readonly pattern: string;
	readonly meaning: string;
	readonly kept: string;
}

/** What ends all that is kept for a server, unless it is back or somebody used Gutsy there within that time. */
const LEFT = '30 days after Gutsy was removed';

/** Every kind of key above, so that what Gutsy says about its data is all of it. */
export const KEPT: readonly KeptKind[] = [
	{
		pattern: `${QUEUE_PREFIX}:<queue>:<part>`,
		meaning: 'Work that waits to be done: which members a nudge is to be sent to',
		kept: 'Until it is done or has failed for good, about two hours after it was due, or until the member deletes it',
	},
	{
		pattern: 'gutsy:{g<server>}:overlay',
		meaning: "A server's own answers, and which moderator saved them when",
		kept: `Until a moderator replaces them, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:overlay-version',
		meaning: "How often a server's answers have been changed; nothing about members",
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{g<server>}:revisions',
		meaning: "Every change to a server's answers, and which moderator made it when",
		kept: `As long as the server has answers of its own, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:revisions-of:<entry>',
		meaning: 'Which changes were made to an answer; nothing about members',
		kept: `As long as the server has answers of its own, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:change:<change>',
		meaning: 'Which changes to answers were made together; nothing about members',
		kept: `As long as the server has answers of its own, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:overlay-history',
		meaning: "Former wordings of a server's answers, and which moderator saved them when",
		kept: `As long as the server has answers of its own, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:proposal:<id>',
		meaning: 'A change that a moderator is looking at before saving it, and who',
		kept: 'An hour',
	},
	{
		pattern: 'gutsy:{g<server>}:proposals',
		meaning: 'Which changes moderators are looking at; nothing about members',
		kept: 'An hour after the last of them',
	},
	{
		pattern: 'gutsy:{g<server>}:drafts',
		meaning: 'Changes that wait for a second moderator, and who made them',
		kept: `Until they are approved or rejected, at most 90 days, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:decisions',
		meaning: 'Which of the changes that moderators drafted were approved or rejected, by whom and why',
		kept: '30 days after the last of them in the server, ten at most for each',
	},
	{
		pattern: 'gutsy:{g<server>}:decision-news',
		meaning: 'Which moderators have not been told of the newest of these yet',
		kept: 'Until they are told, at most 30 days after the last of them in the server',
	},
	{
		pattern: 'gutsy:{m<member>}:curated',
		meaning:
			'In which servers a moderator has changed, drafted or decided something, so that they can see and delete it',
		kept: 'Until they delete it',
	},
	{
		pattern: 'gutsy:{g<server>}:settings',
		meaning: "How a server's moderators want to work; nothing about members",
		kept: `Until they are changed, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:test-questions',
		meaning: 'Questions by which moderators check the answers, and who saved them',
		kept: `Until a moderator removes them, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:stats:<day>',
		meaning: 'How many questions were answered that day, and which answers were shown; nothing about members',
		kept: '100 days',
	},
	{
		pattern: 'gutsy:{g<server>}:inbox',
		meaning: 'Questions that members chose to send to the moderators, and how often each; not who',
		kept: `Until a moderator deals with it, at most 180 days, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{g<server>}:inbox-senders:<day>',
		meaning: 'How often somebody sent a question that day, under a keyed hash',
		kept: 'Two days',
	},
	{
		pattern: 'gutsy:{inbox}:places',
		meaning: 'In which servers questions were sent to the moderators; nothing about members',
		kept: `For good, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{servers}:here',
		meaning: 'In which servers Gutsy is; nothing about members',
		kept: 'Until Gutsy is removed',
	},
	{
		pattern: 'gutsy:{servers}:left',
		meaning: 'From which servers Gutsy was removed, and when; nothing about members',
		kept: 'Until it is back there, or until what was stored for the server is deleted',
	},
	{
		pattern: 'gutsy:{v<place>}:votes',
		meaning: 'How many found each answer helpful or not; nothing about members',
		kept: `For good; in a server until ${LEFT}`,
	},
	{
		pattern: 'gutsy:{v<place>}:voters',
		meaning: 'Which answers somebody found helpful or not, under a keyed hash of their id',
		kept: `Until the member takes it back, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{votes}:places',
		meaning: 'In which servers answers were voted on; nothing about members',
		kept: `For good, or ${LEFT}`,
	},
	{
		pattern: 'gutsy:{hash}:key',
		meaning: 'The key of the keyed hashes; nothing about members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{n<shard>}:due:<zone>:<minute>',
		meaning: 'Which members and channels get a nudge at a time of day in a time zone',
		kept: 'Until the member, or a moderator of the channel, stops the nudges or changes their time, or their record ends',
	},
	{
		pattern: 'gutsy:{n<shard>}:members:<bucket>',
		meaning:
			"A member's nudge topics, times, time zone, quiet hours, pause, direct message channel, consent, the days of the last nudges, how often Discord refused them, and for half a year whether each was done; of a channel with daily posts its topics, times, time zone and role",
		kept: 'Until the member, or a moderator of the channel, stops the nudges; a member’s also until nothing has come for 400 days, because Discord refused it or all of it stayed unanswered; a channel’s also until 30 days after Gutsy was removed',
	},
	{
		pattern: 'gutsy:{n<shard>}:post-marks:<bucket>',
		meaning: 'On which days a member answered Done or Not today to the posts of which channel',
		kept: 'Half a year after each answer, or until the member deletes it',
	},
	{
		pattern: 'gutsy:{g<server>}:post-channels',
		meaning: "In which of a server's channels daily posts are on; nothing about members",
		kept: `Until a moderator stops them, or ${LEFT}`,
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
		pattern: 'gutsy:{n<shard>}:departures',
		meaning: 'How often somebody had everything deleted; nothing about who',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{n<shard>}:zones',
		meaning: 'In which time zones members have asked for nudges; nothing about single members',
		kept: 'For good',
	},
	{
		pattern: 'gutsy:{sends}:slots',
		meaning: 'When the next message may be sent, and how fast; nothing about members',
		kept: 'Until nothing was sent for an hour',
	},
	{
		pattern: 'gutsy:{sends}:breaker',
		meaning: 'Until when all direct messages are halted, and why; nothing about members',
		kept: 'Until one goes out again, at most a day',
	},
	{
		pattern: 'gutsy:{sends}:answers',
		meaning: 'How many messages were sent and refused in each of the last minutes; nothing about members',
		kept: 'Eleven minutes',
	},
];
