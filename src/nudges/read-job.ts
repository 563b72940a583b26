import { type Job, UnrecoverableError } from 'bullmq';
import { type DeliveryJob, deliveryJob } from './delivery-job.ts';
import type { Occasion } from './delivery-ledger.ts';

/** @throws UnrecoverableError for what is no delivery: trying it again would make it none either. */
export function parseJob(job: Job): DeliveryJob {
	const result = deliveryJob.safeParse(job.data);
	if (result.success) return result.data;
	throw new UnrecoverableError(`Job ${job.id} is not a delivery`);
}

export function occasionOf(job: DeliveryJob): Occasion {
	if (job.kind === 'later') return { kind: 'later', epochMinute: job.epochMinute };
	const { zone, day, time } = job;
	return { kind: 'daily', zone, day, time };
}
