import { Cluster, type Redis } from 'ioredis';
import type { RedisClient } from './redis-client.ts';

/**
 * Looks whether the server keeps what it is given: it must neither evict keys nor forget them at a restart.
 *
 * @returns one sentence per danger, none for a server that is safe or that tells nothing about itself.
 */
export async function checkServer(client: RedisClient): Promise<string[]> {
	const servers = client instanceof Cluster ? client.nodes('master') : [client];
	const warnings = await Promise.all(servers.map(checkOne));
	return [...new Set(warnings.flat())];
}

async function checkOne(server: Redis): Promise<string[]> {
	// Hosted servers often forbid CONFIG; INFO tells most of it and is rarely forbidden.
	const [memory, persistence, snapshots] = await Promise.all([
		answer(server.info('memory')),
		answer(server.info('persistence')),
		answer(server.config('GET', 'save')),
	]);
	const warnings: string[] = [];
	const policy = /^maxmemory_policy:(.*?)\r?$/m.exec(String(memory))?.[1];
	if (policy !== undefined && policy !== 'noeviction') {
		warnings.push(
			`Redis evicts keys when its memory is full (maxmemory-policy ${policy}): members' nudges and servers' answers could vanish. Set it to noeviction`,
		);
	}
	const appends = /^aof_enabled:([01])/m.exec(String(persistence))?.[1];
	if (appends === '0' && Array.isArray(snapshots) && snapshots[1] === '') {
		warnings.push('Redis writes nothing to disk: everything is lost when it restarts. Set appendonly to yes');
	}
	return warnings;
}

async function answer(reply: Promise<unknown>): Promise<unknown> {
	try {
		return await reply;
	} catch {
		return undefined;
	}
}
