import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { type Contestant, inGroups } from './contestant.ts';
import { drainQueue } from './drain-queue.ts';

/**
 * What anyone would write first: a BullMQ job scheduler for each member and topic, with the member's time and zone. Kept
 * as good as that idea allows: subscribed a hundred at a time, finished jobs removed, a hundred jobs at once, and nothing
 * stored about consent, refusals or what was sent, which our side pays for.
 */
export function oneSchedulerEach(redis: Redis): Contestant {
	const queue = new Queue('nudges', { connection: redis });
	let subscribed = 0;

	function subscribeOne(memberId: string): Promise<unknown> {
		return queue.upsertJobScheduler(
			`${memberId}-sleep`,
			{ pattern: '30 21 * * *', tz: 'Europe/Berlin' },
			{
				name: 'nudge',
				data: { memberId, topic: 'sleep', channelId: memberId },
				opts: { removeOnComplete: true },
			},
		);
	}

	return {
		async prepare() {
			await subscribeOne('1');
			await queue.removeJobScheduler('1-sleep');
		},
		async subscribe(memberIds) {
			subscribed = memberIds.length;
			await inGroups(memberIds, 100, subscribeOne);
		},
		async claim() {
			const [first] = await queue.getDelayed(0, 0);
			if (first === undefined) throw new Error('Nothing is scheduled');
			// BullMQ tells the server the time with each call, so the minute need not be waited for.
			const ahead = first.timestamp + first.delay - Date.now() + 1_000;
			const now = Date.now;
			Date.now = () => now() + ahead;
		},
		drain: () => drainQueue(queue.name, { connection: redis }, () => 1, subscribed),
		close: () => queue.close(),
	};
}
