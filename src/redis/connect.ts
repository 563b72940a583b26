import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisClient } from './redis-client.ts';
import { describeTarget, type RedisTarget } from './redis-target.ts';

/** The connections of one process. */
export interface RedisConnections {
	/**
	 * For everything a member waits for. A command that cannot be sent, or has no reply in time, fails; it is never
	 * kept and sent later. One that was sent and has no reply in time may still have been carried out.
	 */
	readonly commands: RedisClient;
	/** For BullMQ's queues and workers, which wait for the server as long as it takes. */
	readonly blocking: RedisClient;
	/** For pub/sub; connects when it is first used and subscribes again by itself. */
	readonly listener: RedisClient;
	close(): Promise<void>;
}

export interface ConnectOptions {
	/** Hears of every connection that breaks or cannot be made, on and on while Redis is away. */
	readonly onError: (error: Error) => void;
	readonly commandTimeoutMs?: number;
	/** How long Redis may take to be there at all. */
	readonly readyWithinMs?: number;
}

const LONGEST_PAUSE_MS = 1_000;

/**
 * Connects to Redis and waits until it is ready.
 *
 * @throws Error when it is not ready in time; the message names the place but neither user nor password.
 */
export async function connectRedis(
	target: RedisTarget,
	{ onError, commandTimeoutMs = 2_000, readyWithinMs = 10_000 }: ConnectOptions,
): Promise<RedisConnections> {
	const commands = createClient(target, {
		enableOfflineQueue: false,
		maxRetriesPerRequest: 0,
		commandTimeout: commandTimeoutMs,
	});
	const blocking = createClient(target, { maxRetriesPerRequest: null });
	const listener = createClient(target, { maxRetriesPerRequest: null, lazyConnect: true });
	const clients = [commands, blocking, listener];
	for (const client of clients) client.on('error', onError);

	async function close(): Promise<void> {
		// Replies still on their way are waited for; a server that is away has none to give.
		if (commands.status === 'ready') await commands.quit().catch(onError);
		for (const client of clients) client.disconnect();
	}
	try {
		await Promise.all([commands, blocking].map((client) => whenReady(client, readyWithinMs)));
	} catch (cause) {
		await close();
		throw new Error(`Redis cannot be reached at ${describeTarget(target)}`, { cause });
	}
	return { commands, blocking, listener, close };
}

type Behaviour = Pick<
	RedisOptions,
	'commandTimeout' | 'enableOfflineQueue' | 'lazyConnect' | 'maxRetriesPerRequest'
>;

function createClient(target: RedisTarget, behaviour: Behaviour): RedisClient {
	const options = { ...behaviour, retryStrategy, reconnectOnError };
	switch (target.kind) {
		case 'socket':
			return new Redis({ ...options, path: target.path });
		case 'server':
			return new Redis({ ...options, ...target.login, ...target.address });
		case 'sentinel': {
			const { tls, ...login } = target.login;
			return new Redis({
				...options,
				...login,
				sentinels: [...target.sentinels],
				name: target.name,
				...(tls === undefined ? {} : { tls, sentinelTLS: tls, enableTLSForSentinelMode: true }),
			});
		}
		case 'cluster': {
			const { enableOfflineQueue = true, lazyConnect = false, ...each } = behaviour;
			return new Cluster([...target.nodes], {
				enableOfflineQueue,
				lazyConnect,
				clusterRetryStrategy: retryStrategy,
				redisOptions: { ...each, ...target.login },
			});
		}
	}
}

function retryStrategy(attempts: number): number {
	return Math.min(25 * 2 ** attempts, LONGEST_PAUSE_MS);
}

// After a failover the former primary answers so; a new connection finds the present one.
function reconnectOnError(error: Error): boolean {
	return error.message.startsWith('READONLY');
}

function whenReady(client: RedisClient, withinMs: number): Promise<void> {
	if (client.status === 'ready') return Promise.resolve();
	return new Promise((resolve, reject) => {
		let last = new Error(`No answer within ${withinMs} ms`);
		const onError = (error: Error) => {
			last = error;
		};
		const settle = (outcome: () => void) => () => {
			clearTimeout(timer);
			client.off('ready', ready).off('error', onError);
			outcome();
		};
		const ready = settle(resolve);
		const timer = setTimeout(
			settle(() => reject(last)),
			withinMs,
		);
		client.on('error', onError).on('ready', ready);
	});
}
