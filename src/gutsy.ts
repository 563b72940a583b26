import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { commands } from '../commands/index.ts';
import type { App, RefusedAnswer } from './app.ts';
import { buildApp } from './build-app.ts';
import { buildTurns } from './build-turns.ts';
import { buildUpkeep } from './build-upkeep.ts';
import type { Content } from './content.ts';
import type { Clock } from './core/clock.ts';
import { seldom } from './core/seldom.ts';
import { withDeadline } from './core/with-deadline.ts';
import { createChannels } from './discord/channels.ts';
import { createCommandMentions } from './discord/command-mentions.ts';
import { createDirectMessages } from './discord/direct-messages.ts';
import { createDispatcher } from './discord/dispatcher.ts';
import { createDownload } from './discord/download.ts';
import { type Gateway, openGateway } from './discord/gateway.ts';
import { inTurn } from './discord/in-turn.ts';
import { refusalNotice } from './discord/refusal-notice.ts';
import { createRest } from './discord/rest.ts';
import { createRoles } from './discord/roles.ts';
import { createNudgeSender } from './discord/send-nudge.ts';
import { MOST_BYTES } from './moderation/files/entry-row.ts';
import { createAnswerTally, isInvalid } from './nudges/answer-tally.ts';
import { createNudgeWorker } from './nudges/delivery-worker.ts';
import type { CountNudges } from './nudges/events.ts';
import { createTicker } from './nudges/ticker.ts';
import type { Log } from './ops/log.ts';
import { connectRedis, type RedisConnections } from './redis/connect.ts';
import { demandPersistence } from './redis/demand-persistence.ts';
import { shareKeyedHash } from './redis/hash-key.ts';
import type { RedisClient } from './redis/redis-client.ts';
import type { RedisTarget } from './redis/redis-target.ts';
import { shippedTexts } from './shipped-texts.ts';

/** Discord waits three seconds; this leaves the acknowledgement half of them. */
const DEFER_AFTER = 1_500;
/** A form cannot come after an acknowledgement, so it gets as much of the three seconds as is safe. */
const FORM_WITHIN = 2_400;

export interface GutsyOptions {
	token: string;
	apiUrl: string;
	redis: RedisTarget;
	content: Content;
	roles: readonly ('gateway' | 'worker')[];
	/** The key of keyed hashes; without it one is kept in Redis. */
	hashKey?: string | undefined;
	/** Nudges a second, over all workers. */
	sendRate: number;
	/** Whether to start with a Redis that writes nothing to disk. Not unless somebody asked for it. */
	redisMayForget?: boolean;
	shutdownSeconds: number;
	clock: Clock;
	log: Log;
	/** How long the nudges of a process that was killed wait before another takes them over, in milliseconds. */
	takeOverAfter?: number;
	/** Told when Gutsy can do nothing more with this token. */
	onFatal(reason: string): void;
}

/** Gutsy at work in this process. */
export interface Gutsy {
	/** For whoever moved the clock on purpose: looks at once for nudges that are due now. */
	clockMoved(): Promise<void>;
	/** When this member's next nudge is due, in epoch milliseconds; known where the gateway is. */
	nextNudgeAt(memberId: string): Promise<number | undefined>;
	/** Takes nothing new, finishes what runs as far as the deadline allows, and disconnects. */
	stop(): Promise<void>;
}

/** Puts all parts together and starts those that this process has the role for. */
export async function startGutsy(options: GutsyOptions): Promise<Gutsy> {
	const { roles, log, shutdownSeconds } = options;
	const redis = await connectRedis(options.redis, {
		onError: seldom(
			() => performance.now(),
			(err: Error) => log.warn({ err }, 'Redis is away'),
		),
	});
	redis.commands.on('ready', () => log.info('Redis is back'));
	const closers: (() => Promise<unknown>)[] = [];
	async function stop(): Promise<void> {
		const done = await withDeadline(Promise.all(closers.map((close) => close())), shutdownSeconds * 1_000);
		if (!done)
			log.warn('Some work was still running at the deadline; it is taken up again after the next start');
		await redis.close();
	}
	try {
		await demandPersistence(redis.commands, {
			mayForget: options.redisMayForget,
			warn: (words) => log.warn(words),
		});
		const worker = roles.includes('worker') ? await startWorker(options, redis.blocking, closers) : undefined;
		const app = roles.includes('gateway') ? await startGateway(options, redis, closers) : undefined;
		return {
			stop,
			clockMoved: async () => worker?.clockMoved(),
			async nextNudgeAt(memberId) {
				const status = await app?.nudges.status(memberId);
				const daily = status?.topics.flatMap(({ nextAt }) => nextAt ?? []) ?? [];
				const times = [...daily, ...(status?.putOff ?? []).map(({ at }) => at)];
				return times.length > 0 ? Math.min(...times) : undefined;
			},
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

async function startGateway(
	{ token, apiUrl, content, hashKey, sendRate, clock, log, onFatal }: GutsyOptions,
	redis: RedisConnections,
	closers: (() => Promise<unknown>)[],
): Promise<App> {
	const mentions = createCommandMentions();
	const turns = buildTurns({ redis: redis.commands, sendRate, log, count: countWith(log) });
	const rest = createRest(apiUrl, token, { log, onRefused: turns.refused });
	const app = await buildApp({
		content,
		redis,
		clock,
		log,
		hash: shareKeyedHash(redis.commands, hashKey),
		directMessages: createDirectMessages(rest, turns),
		channels: createChannels(inTurn(rest, turns), shippedTexts(content.entries)),
		download: createDownload({ apiUrl, mostBytes: MOST_BYTES }),
		roles: createRoles(inTurn(rest, turns)),
		mention: mentions.mention,
		newId: () => randomBytes(9).toString('base64url'),
	});
	const dispatch = createDispatcher({
		commands,
		app,
		clock,
		log,
		newReference: () => randomUUID().slice(0, 8),
		notice: (caller) => refusalNotice(app, caller),
		deferAfter: DEFER_AFTER,
		formWithin: FORM_WITHIN,
	});
	const gateway: Gateway = await openGateway({
		apiUrl,
		token,
		log,
		onRefused: turns.refused,
		onInteraction: dispatch,
		onClosedForGood: (code) => onFatal(`Discord closed the connection for good (${code})`),
	});
	closers.push(() => gateway.close());
	log.info('Connected to Discord');
	await mentions.learn(gateway.rest, gateway.applicationId).catch((error: unknown) => {
		log.warn({ err: error }, 'Commands cannot be made clickable: Discord did not list them');
	});
	return app;
}

/** The worker has no gateway: it sends over REST, so that any number of machines can share the queue. */
async function startWorker(
	options: GutsyOptions,
	redis: RedisClient,
	closers: (() => Promise<unknown>)[],
): Promise<Pick<Gutsy, 'clockMoved'>> {
	const { token, apiUrl, content, sendRate, clock, log, onFatal, takeOverAfter } = options;
	const count = countWith(log);
	const tally = createAnswerTally();
	const onRefused = (answer: RefusedAnswer) => {
		if (isInvalid(answer)) tally.add('invalid');
	};
	const rest = createRest(apiUrl, token, { failFast: true, log, onRefused });
	const upkeep = buildUpkeep({ ...options, redis, count });
	closers.push(() => upkeep.close());
	const worker = await createNudgeWorker({
		redis,
		content: content.nudges,
		send: createNudgeSender(rest, clock),
		tally,
		clock,
		sendRate,
		log,
		count,
		onUnauthorized: () => onFatal('Discord refused the token'),
		onPostRefused: () => upkeep.suspect(),
		...(takeOverAfter === undefined ? {} : { lockDurationMs: takeOverAfter }),
	});
	closers.push(() => worker.close());
	const ticker = await createTicker({ redis, clock, monotonic: () => performance.now(), log, count });
	closers.push(() => ticker.close());
	return {
		clockMoved: async () => void (await Promise.all([upkeep.clockMoved(), ticker.clockMoved()])),
	};
}

function countWith(log: Log): CountNudges {
	return (event, amount) => log.debug({ event, amount }, 'Nudges');
}
