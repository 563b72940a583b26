import { performance } from 'node:perf_hooks';
import type { App, Channels, DirectMessages, Roles } from './app.ts';
import type { Content } from './content.ts';
import type { Clock } from './core/clock.ts';
import type { KeyedHash } from './core/keyed-hash.ts';
import { createPictures } from './core/pictures.ts';
import { seldom } from './core/seldom.ts';
import type { Snowflake } from './core/snowflake.ts';
import { createFaq } from './faq/faq.ts';
import { createServerCatalogues } from './faq/server-catalogues.ts';
import { createVotes } from './faq/votes.ts';
import { drawProgress } from './habits/draw-progress.ts';
import { createAnswerStats } from './moderation/answer-stats.ts';
import { openChangeFeed } from './moderation/change-feed.ts';
import { createCurators } from './moderation/curators.ts';
import { createDecisions } from './moderation/decisions.ts';
import { createDrafts } from './moderation/drafts.ts';
import { drawStats } from './moderation/draw-stats.ts';
import { createInbox } from './moderation/inbox.ts';
import { createModeration } from './moderation/moderation.ts';
import { createModeratorRoles } from './moderation/moderator-roles.ts';
import { createOverlayStore } from './moderation/overlay-store.ts';
import { createProposals } from './moderation/proposals.ts';
import { createSettings } from './moderation/settings.ts';
import { createTestQuestions } from './moderation/test-questions.ts';
import { createChannelPosts } from './nudges/channel-posts.ts';
import { createNudgeAnswers } from './nudges/nudge-answers.ts';
import { createNudges } from './nudges/nudges.ts';
import { createPostAnswers } from './nudges/post-answers.ts';
import { createPostMarks } from './nudges/post-marks.ts';
import { createQueuedMembers } from './nudges/queued-members.ts';
import { createRefusals } from './nudges/refusal-news.ts';
import { createSubscriptions } from './nudges/subscriptions.ts';
import type { Log } from './ops/log.ts';
import { createPrivacy } from './privacy/privacy.ts';
import type { RedisConnections } from './redis/connect.ts';
import { createSafety } from './safety/safety.ts';
import { shippedTexts } from './shipped-texts.ts';
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
	download: App['download'];
	roles: Roles;
	mention: App['mention'];
	/** Unguessable and short. */
	newId(): string;
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
	download,
	roles,
	mention,
	newId,
}: Dependencies): Promise<App> {
	const monotonic = () => performance.now();
	const onCorrupt = (error: unknown) => log.error({ err: error }, 'A server’s own value cannot be read');
	const overlay = createOverlayStore({
		redis: redis.commands,
		shipped: shippedTexts(content.entries),
		onCorrupt,
	});
	const settings = createSettings(redis.commands, onCorrupt);
	const catalogues = createServerCatalogues({
		entries: content.entries,
		learnt: content.models.answers,
		monotonic,
		load: (guildId) => overlay.read(guildId),
		versionOf: (guildId) => overlay.version(guildId),
		onUnreadable: seldom(monotonic, (err) =>
			log.warn({ err }, 'Answering without what the server has changed'),
		),
	});
	const moderators = createModeratorRoles({
		read: async (guildId) => (await settings.read(guildId)).moderatorRole,
		onUnreadable: seldom(monotonic, (err) => log.warn({ err }, 'Servers’ moderator roles cannot be read')),
		monotonic,
	});
	const onChange = (guildId?: Snowflake) => {
		catalogues.refresh(guildId);
		moderators.refresh(guildId);
	};
	const feed = await openChangeFeed({ redis: redis.commands, listener: redis.listener, onChange });
	const curators = createCurators(redis.commands, hash);
	const moderation = createModeration({
		overlay,
		settings,
		proposals: createProposals(redis.commands, newId),
		drafts: createDrafts(redis.commands, onCorrupt),
		decisions: createDecisions(redis.commands, onCorrupt),
		curators,
		testQuestions: createTestQuestions(redis.commands, onCorrupt),
		feed,
		onChange,
		onUnannounced: (error) => log.warn({ err: error }, 'A change is saved but could not be announced'),
		tell: (channelId, revisions) => channels.tellChanges(channelId, revisions),
	});
	const stats = createAnswerStats({
		redis: redis.commands,
		clock,
		onFailure: seldom(monotonic, (err) => log.warn({ err }, 'Answers are not counted')),
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
		stats,
		moderatorRole(guildId) {
			// Whoever needs it is about to see the server's answers: read beside it, because a form may wait for both. Never rejects.
			void catalogues.of(guildId);
			return moderators.of(guildId);
		},
		firstSteps: content.firstSteps,
		nudges,
		nudgeAnswers: createNudgeAnswers(subscriptions, clock),
		refusals: createRefusals(subscriptions),
		nudgeContent: content.nudges,
		channelPosts: createChannelPosts(redis.commands, subscriptions, clock),
		postAnswers: createPostAnswers(subscriptions, marks, clock),
		privacy: createPrivacy({
			parts: storedParts({ nudges, queued, marks, votes, inbox, curators, clock }),
			onFailure: (error) => log.error({ err: error }, 'Something stored about a member could not be deleted'),
		}),
		drawProgress: (habits, today) =>
			drawProgress(openPicture, habits, today).catch((error: unknown) => {
				log.error({ err: error }, 'A picture of habits could not be drawn');
				return undefined;
			}),
		drawStats: (counts) =>
			drawStats(openPicture, counts).catch((error: unknown) => {
				log.error({ err: error }, 'A picture of counts could not be drawn');
				return undefined;
			}),
		directMessages,
		channels,
		download,
		roles,
		mention,
	};
}
