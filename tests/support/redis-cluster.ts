import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { startRedisProcess } from '../../src/redis/redis-process.ts';
import { testFolder, testRedisBinary } from './redis.ts';

export interface TestCluster {
	/** Ports on 127.0.0.1, one a primary. */
	readonly ports: readonly number[];
	stop(): Promise<void>;
}

const SLOTS = 16_384;

/** Starts a Redis Cluster of three primaries on free ports of the loopback interface. */
export async function startTestCluster(): Promise<TestCluster> {
	const folder = await testFolder();
	const binary = await testRedisBinary();
	const ports = await freePorts(6);
	const nodes = await Promise.all(
		[0, 1, 2].map(async (index) => {
			const port = ports[index] ?? 0;
			const busPort = ports[index + 3] ?? 0;
			const home = join(folder, String(index));
			await mkdir(home);
			const socketPath = join(home, 'redis.sock');
			const settings = {
				port: String(port),
				bind: '127.0.0.1',
				'cluster-enabled': 'yes',
				'cluster-port': String(busPort),
			};
			const server = await startRedisProcess({ binary, folder: home, socketPath, onLog: () => {}, settings });
			return { port, busPort, server, client: new Redis({ path: socketPath }) };
		}),
	);
	for (const [index, { client }] of nodes.entries()) {
		const first = Math.ceil((SLOTS * index) / 3);
		const last = Math.ceil((SLOTS * (index + 1)) / 3) - 1;
		await client.cluster('ADDSLOTS', ...Array.from({ length: last - first + 1 }, (_, slot) => first + slot));
		for (const { port, busPort } of nodes) await client.call('CLUSTER', 'MEET', '127.0.0.1', port, busPort);
	}
	await vi.waitFor(
		async () => {
			const states = await Promise.all(nodes.map(({ client }) => client.cluster('INFO')));
			const ready = /cluster_state:ok[\s\S]*cluster_known_nodes:3\r/;
			if (!states.every((state) => ready.test(String(state)))) throw new Error('The cluster is not ready');
		},
		{ timeout: 15_000 },
	);
	for (const { client } of nodes) client.disconnect();
	return {
		ports: nodes.map(({ port }) => port),
		async stop() {
			await Promise.all(nodes.map(({ server }) => server.stop()));
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** Ports nobody listens on, found by having the system choose them. */
async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
	await Promise.all(servers.map((server) => once(server, 'listening')));
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	await Promise.all(servers.map((server) => once(server.close(), 'close')));
	return ports;
}
