import type { Queue } from 'bullmq';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { type DeliveryJob, deliveryJobOptions } from './delivery-job.ts';
import type { CountNudges } from './events.ts';
import { isLate } from './lateness.ts';

export interface PutOffOptions {
	readonly queue: Pick<Queue<DeliveryJob>, 'add'>;
	readonly clock: Clock;
	readonly count: CountNudges;
}

/**
 * Makes deliveries of a job a job of their own, so that their trouble holds up nobody else. None that could only be late.
 *
 * @param failed whether it spends one of the tries.
 */
export type PutOff = (
	job: DeliveryJob,
	members: readonly Snowflake[],
	how: { readonly delayMs: number; readonly failed: boolean },
) => Promise<void>;

export function createPutOff({ queue, clock, count }: PutOffOptions): PutOff {
	return async (job, members, { delayMs, failed }) => {
		if (isLate(job.strikeAt, clock() + delayMs)) {
			count('late', members.length);
			return;
		}
		const tries = failed ? job.tries + 1 : job.tries;
		const own = { ...job, members: [...members], turn: job.turn + 1, tries };
		await queue.add('deliver', own, deliveryJobOptions(own, delayMs));
	};
}
