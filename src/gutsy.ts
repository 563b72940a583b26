import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { commands } from '../commands/index.ts';
import { buildApp } from './build-app.ts';
import type { Content } from './content.ts';
import type { Clock } from './core/clock.ts';
import { withDeadline } from './core/with-deadline.ts';
import { createCommandMentions } from './discord/command-mentions.ts';
import { createDirectMessages } from './discord/direct-messages.ts';
import { createDispatcher } from './discord/dispatcher.ts';
import { type Gateway, openGateway } from './discord/gateway.ts';
import { createRest } from './discord/rest.ts';
import { createNudgeSender } from './discord/send-nudge.ts';
import { createNudgeWorker } from './nudges/delivery-worker.ts';
import { createTicker, type Ticker } from './nudges/ticker.ts';
import type { Log } from './ops/log.ts';
import { checkServer } from './redis/check-server.ts';
import { connectRedis } from './redis/connect.ts';
import type { RedisTarget } from './redis/redis-target.ts';

/** Discord waits three seconds; this leaves the acknowledgement half of them. */
const DEFER_AFTER = 1_500;

export interface GutsyOptions {
	token: string;
	apiUrl: string;
	redis: RedisTarget;
	content: Content;
	roles: readonly ('gateway' | 'worker')[];
	/** Nudges a second, over all workers. */
	sendRate: number;
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
	/** Takes nothing new, finishes what runs as far as the deadline allows, and disconnects. */
	stop(): Promise<void>;
}

/** Puts all parts together and starts those that this process has the role for. */
export async function startGutsy(options: GutsyOptions): Promise<Gutsy> {
	const { roles, log, shutdownSeconds } = options;
	// The same line on every attempt would bury all others while Redis is away.
	const redis = await connectRedis(options.redis, {
		onError: onceUntilQuiet((err) => log.warn({ err }, 'Redis is away')),
	});
	const closers: (() => Promise<unknown>)[] = [];
	async function stop(): Promise<void> {
		const done = await withDeadline(Promise.all(closers.map((close) => close())), shutdownSeconds * 1_000);
		if (!done)
			log.warn('Some work was still running at the deadline; it is taken up again after the next start');
		await redis.close();
	}
	try {
		for (const warning of await checkServer(redis.commands)) log.warn(warning);
		const ticker = roles.includes('worker') ? await startWorker(options, redis.blocking, closers) : undefined;
		if (roles.includes('gateway')) await startGateway(options, redis, closers);
		return { stop, clockMoved: async () => ticker?.clockMoved() };
	} catch (error) {
		await stop();
		throw error;
	}
}

type Connections = Awaited<ReturnType<typeof connectRedis>>;

async function startGateway(
	{ token, apiUrl, content, clock, log, onFatal }: GutsyOptions,
	redis: Connections,
	closers: (() => Promise<unknown>)[],
): Promise<void> {
	const mentions = createCommandMentions();
	const rest = createRest(apiUrl, token);
	const app = await buildApp({
		content,
		redis,
		clock,
		log,
		directMessages: createDirectMessages(rest),
		mention: mentions.mention,
	});
	const dispatch = createDispatcher({
		commands,
		app,
		clock,
		log,
		newReference: () => randomUUID().slice(0, 8),
		deferAfter: DEFER_AFTER,
	});
	const gateway: Gateway = await openGateway({
		apiUrl,
		token,
		log,
		onInteraction: dispatch,
		onClosedForGood: (code) => onFatal(`Discord closed the connection for good (${code})`),
	});
	closers.push(() => gateway.close());
	log.info('Connected to Discord');
	await mentions.learn(gateway.rest, gateway.applicationId).catch((error: unknown) => {
		log.warn({ err: error }, 'Commands cannot be made clickable: Discord did not list them');
	});
}

/** The worker has no gateway: it sends over REST, so that any number of machines can share the queue. */
async function startWorker(
	{ token, apiUrl, content, sendRate, clock, log, onFatal, takeOverAfter }: GutsyOptions,
	redis: Connections['blocking'],
	closers: (() => Promise<unknown>)[],
): Promise<Ticker> {
	const count = (event: string, amount: number) => log.debug({ event, amount }, 'Nudges');
	const worker = await createNudgeWorker({
		redis,
		catalogue: content.nudges,
		send: createNudgeSender(createRest(apiUrl, token), clock),
		clock,
		sendRate,
		log,
		count,
		onUnauthorized: () => onFatal('Discord refused the token'),
		...(takeOverAfter === undefined ? {} : { lockDurationMs: takeOverAfter }),
	});
	closers.push(() => worker.close());
	const ticker = await createTicker({ redis, clock, monotonic: () => performance.now(), log, count });
	closers.push(() => ticker.close());
	return ticker;
}

/** Lets the first of a burst through, and the next only after a minute without. */
function onceUntilQuiet(report: (error: Error) => void): (error: Error) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (error) => {
		const now = performance.now();
		if (now - last > 60_000) report(error);
		last = now;
	};
}
