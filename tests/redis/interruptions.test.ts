import { Cluster, Redis } from 'ioredis';
import { expect, test, vi } from 'vitest';
import { countInterruptions } from '../../src/redis/interruptions.ts';
import { useRedis } from '../support/redis.ts';
import { startTestCluster } from '../support/redis-cluster.ts';

const redis = useRedis();

test('a server that starts anew is one interruption, noted before any command reaches it again', async () => {
	const client = new Redis({ path: redis.socketPath, maxRetriesPerRequest: null });
	client.on('error', () => {});
	const { count, stop } = countInterruptions(client);
	await client.ping();
	expect(count()).toBe(0);
	await redis.killHard();
	const again = client.ping().then(() => count());
	await redis.restart();
	expect(await again).toBeGreaterThan(0);
	stop();
	const before = count();
	client.disconnect();
	expect(count()).toBe(before);
});

test('a cluster’s node that starts anew is one, too', { timeout: 60_000 }, async () => {
	const cluster = await startTestCluster();
	const client = new Cluster(cluster.ports.map((port) => ({ host: '127.0.0.1', port })));
	client.on('error', () => {});
	try {
		const { count } = countInterruptions(client);
		for (const key of ['a', 'b', 'c']) await client.get(key);
		const before = count();
		await cluster.killHard(1);
		await cluster.restart(1);
		await vi.waitFor(() => expect(count()).toBeGreaterThan(before), { timeout: 10_000 });
	} finally {
		client.disconnect();
		await cluster.stop();
	}
});
