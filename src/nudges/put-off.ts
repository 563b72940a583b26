import type { Queue } from 'bullmq';
import type { Clock } from '../core/clock.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { type DeliveryJob, deliveryJobId, deliveryJobOptions } from './delivery-job.ts';
import type { FindDeparted } from './departed.ts';
import type { CountNudges } from './events.ts';
import { isLate } from './lateness.ts';
import type { TakeOut } from './take-out.ts';

export interface PutOffOptions {
	readonly queue: Pick<Queue<DeliveryJob>, 'add'>;
	readonly findDeparted: FindDeparted;
	readonly takeOut: TakeOut;
	readonly clock: Clock;
	readonly count: CountNudges;
}

/**
 * Makes deliveries of a job a job of their own, so that their trouble holds up nobody else. None that could only be late,
 * and none of members who stopped meanwhile.
 *
 * @param failed whether it spends one of the tries.
 */
export type PutOff = (
	job: DeliveryJob,
	members: readonly Snowflake[],
	how: { readonly delayMs: number; readonly failed: boolean },
) => Promise<void>;

export function createPutOff({ queue, findDeparted, takeOut, clock, count }: PutOffOptions): PutOff {
	return async (job, members, { delayMs, failed }) => {
		if (isLate(job.strikeAt, clock() + delayMs)) {
			count('late', members.length);
			return;
		}
		const gone = await findDeparted(members);
		const staying = members.filter((member) => !gone.includes(member));
		if (staying.length === 0) return;
		const tries = failed ? job.tries + 1 : job.tries;
		const own = { ...job, members: staying, turn: job.turn + 1, tries };
		await queue.add('deliver', own, deliveryJobOptions(own, delayMs));
		// Once more: who was deleted between the two looks had no such job to be taken out of.
		const left = await findDeparted(staying);
		if (left.length > 0) await takeOut(deliveryJobId(own), left);
	};
}
