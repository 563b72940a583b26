import { Cluster, type Redis } from 'ioredis';
import type { RedisClient } from './redis-client.ts';

/** Something by which the server could lose what it is given. */
export interface ServerDanger {
	/** It evicts keys when its memory is full, or forgets them all at a restart. */
	readonly kind: 'evicts' | 'forgets';
	/** What is wrong and what to set, in a sentence without its final period. */
	readonly words: string;
}

/**
 * Looks whether the server keeps what it is given: it must neither evict keys nor forget them at a restart.
 *
 * @returns each danger once, none for a server that is safe or that tells nothing about itself.
 */
export async function checkServer(client: RedisClient): Promise<ServerDanger[]> {
	const servers = client instanceof Cluster ? client.nodes('master') : [client];
	const found = (await Promise.all(servers.map(checkOne))).flat();
	return [...new Map(found.map((danger) => [danger.words, danger])).values()];
}

async function checkOne(server: Redis): Promise<ServerDanger[]> {
	// Hosted servers often forbid CONFIG; INFO tells most of it and is rarely forbidden.
	const [memory, persistence, snapshots] = await Promise.all([
		answer(server.info('memory')),
		answer(server.info('persistence')),
		answer(server.config('GET', 'save')),
	]);
	const dangers: ServerDanger[] = [];
	const policy = /^maxmemory_policy:(.*?)\r?$/m.exec(String(memory))?.[1];
	if (policy !== undefined && policy !== 'noeviction') {
		dangers.push({
			kind: 'evicts',
			words: `Redis evicts keys when its memory is full (maxmemory-policy ${policy}): members' nudges and servers' answers could vanish. Set it to noeviction`,
		});
	}
	const appends = /^aof_enabled:([01])/m.exec(String(persistence))?.[1];
	if (appends === '0' && Array.isArray(snapshots) && snapshots[1] === '') {
		dangers.push({
			kind: 'forgets',
			words: 'Redis writes nothing to disk: everything is lost when it restarts. Set appendonly to yes',
		});
	}
	return dangers;
}

async function answer(reply: Promise<unknown>): Promise<unknown> {
	try {
		return await reply;
	} catch {
		return undefined;
	}
}
