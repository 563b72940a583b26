import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ConnectOptions, connectRedis, type RedisConnections } from '../../src/redis/connect.ts';
import { QUEUE_PREFIX } from '../../src/redis/keys.ts';
import { parseRedisUrl, type RedisTarget } from '../../src/redis/redis-target.ts';
import { useRedis } from '../support/redis.ts';
import { startTestCluster, type TestCluster } from '../support/redis-cluster.ts';

const redis = useRedis();
let opened: RedisConnections[] = [];

afterEach(async () => {
	await Promise.all(opened.map((connections) => connections.close()));
	opened = [];
});

async function open(
	target: RedisTarget = { kind: 'socket', path: redis.socketPath },
	options: Partial<ConnectOptions> = {},
): Promise<RedisConnections> {
	const connections = await connectRedis(target, { onError: () => {}, ...options });
	opened.push(connections);
	return connections;
}

/** Sends one job through a queue and a worker that share the blocking connection; returns what the worker made of it. */
async function runOneJob({ blocking }: RedisConnections): Promise<unknown> {
	const options = { connection: blocking, prefix: QUEUE_PREFIX };
	const queue = new Queue('greet', options);
	const worker = new Worker('greet', async ({ data }) => `Hello ${data.name}`, options);
	try {
		const completed = once(worker, 'completed');
		await queue.add('greet', { name: 'Ada' });
		const [, result] = await completed;
		return result;
	} finally {
		await worker.close();
		await queue.close();
	}
}

describe('with Redis stopped', () => {
	test('a command fails at once instead of waiting', async () => {
		const { commands } = await open();
		await redis.stop();
		await expect(commands.get('gutsy:test')).rejects.toThrow();
	});

	test('what failed is not done after all once Redis is back', async () => {
		const { commands } = await open();
		await redis.stop();
		await expect(commands.set('gutsy:test', '1')).rejects.toThrow();
		await redis.restart();
		await vi.waitFor(() => commands.ping(), { timeout: 10_000 });
		expect(await commands.get('gutsy:test')).toBeNull();
	});

	test('its absence is reported', async () => {
		const onError = vi.fn();
		await open(undefined, { onError });
		await redis.stop();
		await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(expect.any(Error)));
	});

	test('a job that is added waits for Redis to be back', async () => {
		const { blocking } = await open();
		await redis.killHard();
		const reply = blocking.set('gutsy:test', '1');
		await redis.restart();
		expect(await reply).toBe('OK');
	});

	test('what listens goes on listening once Redis is back', async () => {
		const { listener } = await open();
		const heard = vi.fn();
		listener.on('message', (_channel, text) => heard(text));
		await listener.subscribe('gutsy:news');
		await redis.killHard();
		await redis.restart();
		await vi.waitFor(async () => expect(await redis.client.publish('gutsy:news', 'back')).toBe(1), {
			timeout: 10_000,
		});
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('back'));
	});

	test('a start gives up and names the place, without the password', async () => {
		const target = parseRedisUrl('redis://gutsy:pass-word@127.0.0.1:1/0');
		await expect(open(target, { readyWithinMs: 50 })).rejects.toThrow(
			expect.objectContaining({ message: 'Redis cannot be reached at 127.0.0.1:1' }),
		);
	});
});

test('a command fails when Redis hangs', async () => {
	const { commands } = await open(undefined, { commandTimeoutMs: 50 });
	const pid = Number(/process_id:(\d+)/.exec(await commands.info('server'))?.[1]);
	process.kill(pid, 'SIGSTOP');
	try {
		await expect(commands.get('gutsy:test')).rejects.toThrow('Command timed out');
	} finally {
		process.kill(pid, 'SIGCONT');
	}
});

test('a command meets a server that has started anew', async () => {
	const { commands } = await open();
	await commands.set('gutsy:test', 'kept');
	await redis.killHard();
	await redis.restart();
	await vi.waitFor(() => commands.ping(), { timeout: 10_000 });
	expect(await commands.get('gutsy:test')).toBe('kept');
});

test('closing waits for the replies on their way', async () => {
	const { commands, blocking, close } = await open();
	const replies = Promise.all([commands.set('gutsy:a', '1'), commands.get('gutsy:a')]);
	await close();
	expect(await replies).toEqual(['OK', '1']);
	if (blocking.status !== 'end') await once(blocking, 'end');
	await expect(blocking.ping()).rejects.toThrow('Connection is closed');
});

test('BullMQ runs a job on one server', async () => {
	expect(await runOneJob(await open())).toBe('Hello Ada');
});

describe('on a cluster', () => {
	let cluster: TestCluster;
	beforeAll(async () => {
		cluster = await startTestCluster();
	});
	afterAll(() => cluster?.stop());

	const openCluster = () => {
		const nodes = cluster.ports.map((port) => `127.0.0.1:${port}`).join(',');
		return open(parseRedisUrl(`redis-cluster://${nodes}`));
	};

	test('keys of every shard are read and written', async () => {
		const { commands } = await openCluster();
		const keys = Array.from({ length: 16 }, (_, shard) => `gutsy:{n${shard}}:cursor`);
		for (const key of keys) await commands.set(key, key);
		expect(await Promise.all(keys.map((key) => commands.get(key)))).toEqual(keys);
	});

	test('news reaches who listens', async () => {
		const { commands, listener } = await openCluster();
		await listener.subscribe('gutsy:news');
		const heard = once(listener, 'message');
		await commands.publish('gutsy:news', 'hello');
		expect(await heard).toEqual(['gutsy:news', 'hello']);
	});

	test('BullMQ runs a job', async () => {
		expect(await runOneJob(await openCluster())).toBe('Hello Ada');
	});
});
