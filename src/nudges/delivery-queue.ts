import { Queue } from 'bullmq';
import { QUEUE_PREFIX } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { DELIVERY_QUEUE, type DeliveryJob } from './delivery-job.ts';

/** Opens the queue of deliveries. */
export function openDeliveryQueue(redis: RedisClient): Queue<DeliveryJob> {
	return new Queue<DeliveryJob>(DELIVERY_QUEUE, {
		connection: redis,
		prefix: QUEUE_PREFIX,
		// BullMQ logs jobs, which nobody reads, under names that are a hash of their members. This way each new job ends
		// what was logged before, not the ten-thousandth.
		streams: { events: { maxLen: 0 } },
	});
}
