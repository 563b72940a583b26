import { performance } from 'node:perf_hooks';
import type { App, Channels, DirectMessages, Roles } from './app.ts';
import type { Content } from './content.ts';
import type { Clock } from './core/clock.ts';
import type { KeyedHash } from './core/keyed-hash.ts';
import { createPictures } from './core/pictures.ts';
import { checkWording } from './faq/check-wording.ts';
import { createFaq } from './faq/faq.ts';
import { createServerCatalogues } from './faq/server-catalogues.ts';
import { createVotes } from './faq/votes.ts';
import { drawProgress } from './habits/draw-progress.ts';
import { openChangeFeed } from './moderation/change-feed.ts';
import { createInbox } from './moderation/inbox.ts';
import { createModeration } from './moderation/moderation.ts';
import { createWordings } from './moderation/wordings.ts';
import { createChannelPosts } from './nudges/channel-posts.ts';
import { createNudgeAnswers } from './nudges/nudge-answers.ts';
import { createNudges } from './nudges/nudges.ts';
import { createPostAnswers } from './nudges/post-answers.ts';
import { createPostMarks } from './nudges/post-marks.ts';
import { createQueuedMembers } from './nudges/queued-members.ts';
import { createSubscriptions } from './nudges/subscriptions.ts';
import { atMostEvery } from './ops/at-most-every.ts';
import type { Log } from './ops/log.ts';
import { createPrivacy } from './privacy/privacy.ts';
import type { RedisConnections } from './redis/connect.ts';
import { createSafety } from './safety/safety.ts';
import { storedParts } from './stored-parts.ts';

interface Dependencies {
	content: Content;
	redis: RedisConnections;
	clock: Clock;
	log: Log;
	/** Names members without saying who they are. */
	hash(): Promise<KeyedHash>;
	directMessages: DirectMessages;
	channels: Channels;
	roles: Roles;
	mention: App['mention'];
}

/** Joins the features, which know nothing of each other, into what commands work with. */
export async function buildApp({
	content,
	redis,
	clock,
	log,
	hash,
	directMessages,
	channels,
	roles,
	mention,
}: Dependencies): Promise<App> {
	const wordings = createWordings(redis.commands, (error) =>
		log.error({ err: error }, 'A wording cannot be read'),
	);
	const monotonic = () => performance.now();
	const catalogues = createServerCatalogues({
		entries: content.entries,
		learnt: content.models.answers,
		monotonic,
		load: (guildId) => wordings.read(guildId),
		onUnreadable: atMostEvery(60_000, monotonic, (error) =>
			log.warn({ err: error }, 'Answering without a server’s own wordings'),
		),
	});
	const feed = await openChangeFeed({
		redis: redis.commands,
		listener: redis.listener,
		onChange: (guildId) => catalogues.refresh(guildId),
	});
	const moderation = createModeration({
		wordings,
		feed,
		checkWording: (text) => checkWording(text).map(({ message }) => message),
		onChange: (guildId) => catalogues.refresh(guildId),
		onUnannounced: (error) => log.warn({ err: error }, 'A change is saved but could not be announced'),
	});
	const votes = createVotes(redis.commands, hash);
	const subscriptions = createSubscriptions(redis.commands);
	const nudges = createNudges({ subscriptions, clock });
	const marks = createPostMarks(redis.commands);
	const inbox = createInbox({
		redis: redis.commands,
		hash,
		clock,
		onCorrupt: (error) => log.error({ err: error }, 'A question in the inbox cannot be read'),
	});
	const queued = createQueuedMembers(redis.commands);
	const openPicture = createPictures();
	const safety = createSafety({ replies: content.safety, model: content.models.redFlags });
	return {
		faq: createFaq({ catalogues, checkRedFlags: (question) => safety.check(question) }),
		votes,
		inbox,
		checkRedFlags: (text) => {
			const verdict = safety.check(text);
			return verdict?.kind === 'care' ? verdict.reply : undefined;
		},
		moderation,
		firstSteps: content.firstSteps,
		nudges,
		nudgeAnswers: createNudgeAnswers(subscriptions, clock),
		nudgeContent: content.nudges,
		channelPosts: createChannelPosts(redis.commands, subscriptions, clock),
		postAnswers: createPostAnswers(subscriptions, marks, clock),
		privacy: createPrivacy({
			parts: storedParts({ nudges, queued, marks, votes, inbox, clock }),
			onFailure: (error) => log.error({ err: error }, 'Something stored about a member could not be deleted'),
		}),
		drawProgress: (habits, today) =>
			drawProgress(openPicture, habits, today).catch((error: unknown) => {
				log.error({ err: error }, 'A picture of habits could not be drawn');
				return undefined;
			}),
		directMessages,
		channels,
		roles,
		mention,
	};
}
