import type { Job } from 'bullmq';
import type { Snowflake } from '../core/snowflake.ts';
import { departures } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import type { DeliveryJob } from './delivery-job.ts';
import { openDeliveryQueue } from './delivery-queue.ts';
import { shardOf } from './member-keys.ts';
import { createTakeOut } from './take-out.ts';

/** A member in the deliveries that wait in the queue. */
export interface QueuedMembers {
	/** In how many waiting deliveries the member is. */
	count(memberId: Snowflake): Promise<number>;
	/**
	 * Takes a member whose record is deleted out of them. Who queues the member at this very moment sees that and takes
	 * them out again. Returns out of how many.
	 */
	remove(memberId: Snowflake): Promise<number>;
	close(): Promise<void>;
}

export function createQueuedMembers(redis: RedisClient): QueuedMembers {
	const queue = openDeliveryQueue(redis);
	const takeOut = createTakeOut(redis, queue);
	// Redis being away is told elsewhere, and each call here rejects by itself.
	queue.on('error', () => undefined);

	async function jobsWith(memberId: Snowflake): Promise<Job<DeliveryJob>[]> {
		const jobs = await queue.getJobs(['waiting', 'delayed', 'active', 'prioritized', 'failed']);
		return jobs.filter((job) => job.data.members.includes(memberId));
	}

	return {
		count: async (memberId) => (await jobsWith(memberId)).length,
		async remove(memberId) {
			// Before the look: a tick that has read the member's id already adds its jobs after it, and then sees this.
			await redis.incr(departures(shardOf(memberId)));
			const jobs = await jobsWith(memberId);
			for (const { id } of jobs) if (id !== undefined) await takeOut(id, [memberId]);
			await redis.del(queue.toKey('events'));
			return jobs.length;
		},
		close: () => queue.close(),
	};
}
