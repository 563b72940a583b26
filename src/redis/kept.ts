import { QUEUE_PREFIX } from './keys.ts';

/** One kind of key in words for the people whose data it holds. */
export interface KeptKind {
	/** The key with a placeholder for each part that varies. */
	readonly pattern: string;
	readonly meaning: string;
	readonly kept: string;
}

/** What ends all that is kept for a server, unless it is back or somebody used Gutsy there within that time. */
const LEFT = '30 days after Gutsy was removed';

/** Every kind of key that `keys.ts` makes, so that what Gutsy says about its data is all of it. */
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
		pattern: 'gutsy:{time}:seen',
		meaning: 'What time it was when Gutsy last looked for what is too old; nothing about members',
		kept: 'For good',
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
