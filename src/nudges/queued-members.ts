import { type Job, Queue } from 'bullmq';
import type { Snowflake } from '../core/snowflake.ts';
import { QUEUE_PREFIX } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { DELIVERY_QUEUE, type DeliveryJob } from './delivery-job.ts';

/** A member in the deliveries that wait in the queue. */
export interface QueuedMembers {
	/** In how many waiting deliveries the member is. */
	count(memberId: Snowflake): Promise<number>;
	/** Takes the member out of them. Returns out of how many. */
	remove(memberId: Snowflake): Promise<number>;
	close(): Promise<void>;
}

export function createQueuedMembers(redis: RedisClient): QueuedMembers {
	const queue = new Queue<DeliveryJob>(DELIVERY_QUEUE, { connection: redis, prefix: QUEUE_PREFIX });
	// Redis being away is told elsewhere, and each call here rejects by itself.
	queue.on('error', () => undefined);

	async function jobsWith(memberId: Snowflake): Promise<Job<DeliveryJob>[]> {
		const jobs = await queue.getJobs(['waiting', 'delayed', 'active', 'prioritized', 'failed']);
		return jobs.filter((job) => job.data.members.includes(memberId));
	}

	return {
		count: async (memberId) => (await jobsWith(memberId)).length,
		async remove(memberId) {
			const jobs = await jobsWith(memberId);
			for (const job of jobs) {
				const others = job.data.members.filter((id) => id !== memberId);
				if (others.length > 0) await job.updateData({ ...job.data, members: others });
				// One that is being worked on cannot be removed; it ends and goes by itself, and without a record nothing is sent.
				else if (!(await job.isActive())) await job.remove();
			}
			return jobs.length;
		},
		close: () => queue.close(),
	};
}
