import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { type DeliveryJob, deliveryJobOptions, JOB_SIZE } from '../../src/nudges/delivery-job.ts';
import { openDeliveryQueue } from '../../src/nudges/delivery-queue.ts';
import { localDay } from '../../src/nudges/local-day.ts';
import { localTime } from '../../src/nudges/local-time.ts';
import { shardOf } from '../../src/nudges/member-keys.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { timeZone } from '../../src/nudges/time-zone.ts';
import { NUDGE_SHARDS } from '../../src/redis/keys.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const UTC = timeZone.parse('UTC');

/** Subscribes so many members to a nudge of this very minute and queues it for all of them, as a tick would. */
export async function fillBacklog(redis: Redis, count: number): Promise<void> {
	const minute = Math.floor(Date.now() / MINUTE_MS);
	const time = localTime.parse(minute % DAY_MINUTES);
	const day = localDay.parse(Math.floor(minute / DAY_MINUTES));
	const subscriptions = createSubscriptions(redis);
	const members = Array.from({ length: count }, (_none, index) => memberId(index));
	const consent = { version: 1, at: Date.now() };
	for (const chunk of chunksOf(members, 200))
		await Promise.all(
			chunk.map((member) =>
				subscriptions.start(
					member,
					// Each in a conversation of their own, as Discord limits every conversation by itself.
					{
						zone: UTC,
						times: new Map([['diet', time]]),
						channelId: String(BigInt(member) + 1n),
						consent,
						exact: true,
					},
					(minute - 60) * MINUTE_MS,
				),
			),
		);
	const queue = openDeliveryQueue(redis);
	const jobs = Array.from({ length: NUDGE_SHARDS }, (_none, shard) =>
		members.filter((member) => shardOf(member) === shard),
	)
		.flatMap((ofShard) => chunksOf(ofShard, JOB_SIZE))
		.map((some): DeliveryJob => {
			const common = { kind: 'daily', zone: UTC, day, time, strikeAt: minute * MINUTE_MS } as const;
			return { ...common, members: some, turn: 0, tries: 0 };
		});
	await queue.addBulk(jobs.map((data) => ({ name: 'deliver', data, opts: deliveryJobOptions(data) })));
	await queue.close();
}

function memberId(index: number): string {
	return BigInt(`0x${createHash('sha256').update(`member ${index}`).digest('hex').slice(0, 15)}`).toString();
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
	return Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
		items.slice(index * size, (index + 1) * size),
	);
}
