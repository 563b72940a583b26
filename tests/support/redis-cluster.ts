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
	/** A client of each node alone, for arranging and looking. */
	readonly clients: readonly Redis[];
	/** Ends a node the hard way. */
	killHard(node: number): Promise<void>;
	/** Starts it again on the same data, and waits until the cluster has it back. */
	restart(node: number): Promise<void>;
	stop(): Promise<void>;
}

const SLOTS = 16_384;
/** What a node says that knows the others and that all slots are taken. */
const WHOLE = /cluster_state:ok[\s\S]*cluster_known_nodes:3\r/;

/** Starts a Redis Cluster of three primaries on free ports of the loopback interface. */
export async function startTestCluster(program?: string): Promise<TestCluster> {
	const folder = await testFolder();
	const binary = program ?? (await testRedisBinary());
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
			const start = () => startRedisProcess({ binary, folder: home, socketPath, onLog: () => {}, settings });
			const server = await start();
			const client = new Redis({ path: socketPath, maxRetriesPerRequest: null, retryStrategy: () => 20 });
			// Tests of outages break this connection on purpose.
			client.on('error', () => {});
			return { port, busPort, start, server, client };
		}),
	);
	for (const [index, { client }] of nodes.entries()) {
		const first = Math.ceil((SLOTS * index) / 3);
		const last = Math.ceil((SLOTS * (index + 1)) / 3) - 1;
		await client.cluster('ADDSLOTS', ...Array.from({ length: last - first + 1 }, (_, slot) => first + slot));
		for (const { port, busPort } of nodes) await client.call('CLUSTER', 'MEET', '127.0.0.1', port, busPort);
	}
	await ready();
	async function ready(): Promise<void> {
		await vi.waitFor(
			async () => {
				const states = await Promise.all(nodes.map(({ client }) => client.cluster('INFO')));
				if (!states.every((state) => WHOLE.test(String(state)))) throw new Error('The cluster is not ready');
			},
			{ timeout: 15_000 },
		);
	}

	return {
		clients: nodes.map(({ client }) => client),
		ports: nodes.map(({ port }) => port),
		async killHard(node) {
			const server = nodes[node]?.server;
			if (server === undefined) throw new Error(`There is no node ${node}`);
			process.kill(server.pid, 'SIGKILL');
			await server.exited;
		},
		async restart(node) {
			const found = nodes[node];
			if (found === undefined) throw new Error(`There is no node ${node}`);
			found.server = await found.start();
			await ready();
		},
		async stop() {
			for (const { client } of nodes) client.disconnect();
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
