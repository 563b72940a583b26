import { Cluster } from 'ioredis';
import type { RedisClient } from './redis-client.ts';

/**
 * Counts how often a client has lost a connection.
 *
 * Redis keeps its commands in order, so whatever ends it leaves a state in which it has been. But a client that goes on
 * after a power cut is no part of that state: what it was told before may be forgotten, and what it does next is not. Who
 * builds one command on another compares this before and after, and begins again when it has changed.
 */
export interface Interruptions {
	count(): number;
	stop(): void;
}

export function countInterruptions(redis: RedisClient): Interruptions {
	let lost = 0;
	const note = () => {
		lost += 1;
	};
	// A cluster's client drops a node as soon as its connection breaks, and adds it again when it is back.
	const event = redis instanceof Cluster ? '-node' : 'close';
	redis.on(event, note);
	return { count: () => lost, stop: () => void redis.off(event, note) };
}
