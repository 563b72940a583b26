import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** Bytes that the server has in use, without what it holds for those connected to it and for the file. */
export async function bytesUsed(client: Redis): Promise<number> {
	const info = await client.info('memory');
	const passing = readNumber(info, 'mem_clients_normal') + readNumber(info, 'mem_aof_buffer');
	return readNumber(info, 'used_memory') - passing;
}

/** Microseconds of processor time that the server has used so far. */
export async function redisCpu(client: Redis): Promise<number> {
	const cpu = await client.info('cpu');
	return (readNumber(cpu, 'used_cpu_user') + readNumber(cpu, 'used_cpu_sys')) * 1_000_000;
}

/** How many scripts the server has been sent so far. */
export async function scriptsSent(client: Redis): Promise<number> {
	const stats = await client.info('commandstats');
	return ['evalsha', 'eval'].reduce((sum, name) => {
		const calls = new RegExp(`^cmdstat_${name}:calls=(\\d+)`, 'm').exec(stats)?.[1];
		return sum + Number(calls ?? 0);
	}, 0);
}

/** How many keys there are that do not expire. */
export async function lastingKeys(client: Redis): Promise<number> {
	const [, keys, expiring] = /^db0:keys=(\d+),expires=(\d+)/m.exec(await client.info('keyspace')) ?? [];
	return Number(keys ?? 0) - Number(expiring ?? 0);
}

/** Waits until the append-only file is written anew, as short as it can be. */
export async function rewriteLog(client: Redis): Promise<void> {
	await client.bgrewriteaof();
	for (;;) {
		const info = await client.info('persistence');
		if (readNumber(info, 'aof_rewrite_in_progress') + readNumber(info, 'aof_rewrite_scheduled') === 0) return;
		await delay(20);
	}
}

function readNumber(info: string, name: string): number {
	const value = new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1];
	if (value === undefined) throw new Error(`Redis does not tell ${name}`);
	return Number(value);
}
