import { afterAll, beforeAll, beforeEach } from 'vitest';
import { parseRedisUrl, type RedisTarget } from '../../src/redis/redis-target.ts';
import { startTestCluster, type TestCluster } from './redis-cluster.ts';

export interface UsedCluster {
	readonly target: RedisTarget;
	readonly cluster: TestCluster;
}

/** Gives the block of tests that calls it a cluster of that program's servers, empty before each test. */
export function useCluster(program: string): UsedCluster {
	let started: TestCluster | undefined;
	const there = (): TestCluster => {
		if (started === undefined) throw new Error('The cluster is there from beforeAll on');
		return started;
	};
	beforeAll(async () => {
		started = await startTestCluster(program);
	});
	beforeEach(async () => {
		await Promise.all(there().clients.map((client) => client.flushall()));
	});
	afterAll(() => started?.stop());

	return {
		get cluster() {
			return there();
		},
		get target() {
			const nodes = there().ports.map((port) => `127.0.0.1:${port}`);
			return parseRedisUrl(`redis-cluster://${nodes.join(',')}`);
		},
	};
}
