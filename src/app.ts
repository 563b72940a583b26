import type { Snowflake } from './core/snowflake.ts';
import type { CareReply } from './faq/answer.ts';
import type { Faq } from './faq/faq.ts';
import type { Votes } from './faq/votes.ts';
import type { FirstSteps } from './habits/first-steps.ts';
import type { HabitProgress } from './habits/progress.ts';
import type { AnswerCounts, AnswerStats } from './moderation/answer-stats.ts';
import type { Inbox } from './moderation/inbox.ts';
import type { Moderation } from './moderation/moderation.ts';
import type { Revision } from './moderation/stored-state.ts';
import type { ChannelPosts } from './nudges/channel-posts.ts';
import type { NudgeAnswers } from './nudges/nudge-answers.ts';
import type { NudgeContent } from './nudges/nudge-content.ts';
import type { Nudges } from './nudges/nudges.ts';
import type { PostAnswers } from './nudges/post-answers.ts';
import type { Refusals } from './nudges/refusal-news.ts';
import type { Privacy } from './privacy/privacy.ts';

export type { Answer, CareReply, ServerEntry } from './faq/answer.ts';
export type { Entry } from './faq/entry.ts';
export type { Vote } from './faq/votes.ts';
export type { Revision, ShippedTexts } from './moderation/stored-state.ts';
export type { MessageNudge, NudgeMessage, SendNudge, SendOutcome } from './nudges/delivery.ts';
export type { RefusedAnswer, Turns } from './nudges/turns.ts';
export type { ServerList } from './privacy/servers.ts';

/** Opens the private conversation that nudges are sent to. Only ever because its member just asked for it. */
export interface DirectMessages {
	/**
	 * Opens the channel and sends a first message, so that closed DMs are noticed while the member is there to be told. Without one it
	 * only opens the channel, for members who were greeted before.
	 */
	greet(memberId: Snowflake, first: FirstMessage | undefined): Promise<Greeting>;
}

/** A message of plain text with rows of buttons, as Discord takes them. */
export interface FirstMessage {
	content: string;
	components: readonly object[];
}

/** `refused` is for good, `busy` for now: Discord takes too long, or no more conversations at the moment. */
export type Greeting = { kind: 'sent'; channelId: Snowflake } | { kind: 'refused' | 'busy' };

/** Writes into servers' channels. */
export interface Channels {
	/** Replies to a message, pinging nobody. `refused` where Gutsy may not write or is not installed. */
	replyTo(reply: {
		channelId: Snowflake;
		messageId: Snowflake;
		/** As Discord takes them. */
		components: readonly object[];
	}): Promise<'sent' | 'refused'>;
	/** Writes a line for moderators, with a file where there is one, pinging nobody. False where it is not taken. */
	tell(channelId: Snowflake, words: string, file?: ToldFile): Promise<boolean>;
	/** Tells moderators what was changed. False where Gutsy may not write, or Discord does not take it. */
	tellChanges(channelId: Snowflake, revisions: readonly Revision[]): Promise<boolean>;
	/** Posts into a channel of that server, pinging nobody. The same words are not posted twice within minutes. */
	announce(message: Announcement): Promise<Announced>;
}

/** A file that goes with a message. */
export interface ToldFile {
	name: string;
	data: Buffer;
	/** Such as `application/json`. */
	contentType: string;
}

/**
 * A file that a member attached:
 * - `elsewhere`: the address is not Discord's, so nothing was asked for
 * - `too-large`: it has more bytes than wanted; no more than those were read
 * - `unavailable`: Discord does not give it, or not in time
 */
export type Downloaded =
	| { readonly kind: 'bytes'; readonly bytes: Uint8Array }
	| { readonly kind: 'elsewhere' | 'too-large' | 'unavailable' };

export interface Announcement extends FirstMessage {
	guildId: Snowflake;
	channelId: Snowflake;
}

/**
 * - `refused`: Discord does not let Gutsy write there, for the reason that its `code` tells (50001, 50013, 10003)
 * - `elsewhere`: the channel is none of that server's
 */
export type Announced = { kind: 'sent' | 'elsewhere' } | { kind: 'refused'; code: number };

/** Hands roles out to members who asked for them, and takes them back. */
export interface Roles {
	/** Whether a role is one that anyone may have. */
	look(role: { guildId: Snowflake; roleId: Snowflake }): Promise<'harmless' | 'powerful' | 'gone'>;
	give(role: MemberRole): Promise<RoleChange>;
	take(role: MemberRole): Promise<RoleChange>;
}

export interface MemberRole {
	guildId: Snowflake;
	memberId: Snowflake;
	roleId: Snowflake;
}

/**
 * - `forbidden`: Gutsy may not change that role
 * - `powerful`: the role has permissions that nobody should get at a tap; it is not given
 * - `gone`: there is no such role or member any more
 */
export type RoleChange = 'changed' | 'forbidden' | 'powerful' | 'gone';

/** All that commands can do, as one value that `build-app.ts` puts together. */
export interface App {
	faq: Faq;
	votes: Votes;
	inbox: Inbox;
	moderation: Moderation;
	stats: AnswerStats;
	/** The role that curates a server's answers beside those who manage the server. */
	moderatorRole(guildId: Snowflake): Promise<Snowflake | undefined>;
	nudges: Nudges;
	nudgeAnswers: NudgeAnswers;
	refusals: Refusals;
	nudgeContent: NudgeContent;
	channelPosts: ChannelPosts;
	postAnswers: PostAnswers;
	privacy: Privacy;
	/** The questions that lead to where to begin. */
	firstSteps: FirstSteps;
	/**
	 * Draws how habits go as of a local date (days since 1970-01-01), as a PNG. `undefined` when it cannot be drawn, which
	 * must keep nobody from the words.
	 */
	drawProgress(habits: readonly HabitProgress[], today: number): Promise<Buffer | undefined>;
	/** Draws a server's counts as a PNG; `undefined` when it cannot be drawn. */
	drawStats(counts: AnswerCounts): Promise<Buffer | undefined>;
	directMessages: DirectMessages;
	channels: Channels;
	/** Gets the bytes of a file that a member attached. */
	download(url: string): Promise<Downloaded>;
	roles: Roles;
	/** Looks for signs that call for care before coaching; the reply to give then. */
	checkRedFlags(text: string): CareReply | undefined;
	/** A command as members can click it in a text, such as `/ask` or `/nudges start`. */
	mention(command: string): string;
}
