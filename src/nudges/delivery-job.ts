import { hash } from 'node:crypto';
import type { JobsOptions } from 'bullmq';
import { z } from 'zod';
import { snowflake } from '../core/snowflake.ts';
import { localDay } from './local-day.ts';
import { localTime } from './local-time.ts';
import { timeZone } from './time-zone.ts';

export const DELIVERY_QUEUE = 'nudge-delivery';

/** Members whose nudges of one local minute are sent by one job. */
export const JOB_SIZE = 50;

const work = {
	/** Epoch milliseconds at which it was due. */
	strikeAt: z.number().int(),
	/** Of one shard. Nobody, when those whom a job was for had themselves taken out while it was being worked on. */
	members: z.array(snowflake).max(JOB_SIZE),
	/** How often a delivery of this job has been put off, for whatever reason. */
	turn: z.number().int().min(0),
	/** How often it failed with its fate unknown. */
	tries: z.number().int().min(0),
};

/** Who is to be nudged. What about is read at the last moment, so that a change of mind counts until then. */
const dailyJob = z.strictObject({
	kind: z.literal('daily').default('daily'),
	zone: timeZone,
	day: localDay,
	time: localTime,
	...work,
});

/** Whose nudges were put off until an epoch minute that has come. */
const laterJob = z.strictObject({ kind: z.literal('later'), epochMinute: z.number().int(), ...work });

export const deliveryJob = z.union([dailyJob, laterJob]);

export type DeliveryJob = z.infer<typeof deliveryJob>;

/** Names a job by what it delivers and to whom: the same work twice is one job, other work is never taken for it. */
export function deliveryJobId(job: DeliveryJob): string {
	const what = job.kind === 'later' ? `later-${job.epochMinute}` : `${job.day}-${job.time}`;
	const subject = [job.kind === 'later' ? '' : job.zone, ...job.members.toSorted()].join(' ');
	const digest = hash('sha256', subject, 'base64url').slice(0, 22);
	return `nudge-${what}-${job.turn}-${digest}`;
}

/**
 * A job fails only when Redis does, or when a process ends in its midst: it is then tried until it is too late anyway,
 * because its ledger tells what was done. Deliveries that fail alone become jobs of their own.
 */
export function deliveryJobOptions(job: DeliveryJob, delayMs = 0): JobsOptions {
	return {
		jobId: deliveryJobId(job),
		delay: delayMs,
		attempts: 1_500,
		backoff: { type: 'fixed', delay: 5_000 },
		removeOnComplete: true,
		// By age BullMQ removes only when the next job fails, and the log tells all that a member's id would be kept for.
		removeOnFail: true,
	};
}
