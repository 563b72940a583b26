import { departures, NUDGE_SHARDS } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { type DeliveryJob, deliveryJobId } from './delivery-job.ts';
import type { FindDeparted } from './departed.ts';
import { shardOf } from './member-keys.ts';
import type { TakeOut } from './take-out.ts';
import type { Tick, TickOptions } from './tick.ts';

interface HeedOptions {
	readonly redis: RedisClient;
	readonly makeTick: (enqueue: TickOptions['enqueue']) => Tick;
	readonly enqueue: TickOptions['enqueue'];
	readonly findDeparted: FindDeparted;
	readonly takeOut: TakeOut;
}

/**
 * A tick that takes out of its jobs again who had everything deleted while it went on: it may have read their ids before
 * and queued them after they were looked for in the queue. One tick at a time.
 */
export function heedDepartures({ redis, makeTick, enqueue, findDeparted, takeOut }: HeedOptions): Tick {
	let queued: DeliveryJob[] = [];
	const tick = makeTick((jobs) => {
		queued.push(...jobs);
		return enqueue(jobs);
	});

	async function takeOutDeparted(job: DeliveryJob): Promise<void> {
		const gone = await findDeparted(job.members);
		if (gone.length > 0) await takeOut(deliveryJobId(job), gone);
	}

	return async (now) => {
		queued = [];
		const before = await readAll(redis);
		const failures: unknown[] = [];
		const note = (error: unknown) => failures.push(error);
		await tick(now).catch(note);
		if (queued.length > 0) {
			const after = await readAll(redis);
			const isTouched = (shard: number) => before[shard] === undefined || before[shard] !== after[shard];
			for (const job of queued)
				if (job.members.slice(0, 1).some((member) => isTouched(shardOf(member))))
					await takeOutDeparted(job).catch(note);
		}
		if (failures.length > 0) throw failures[0];
	};
}

/** What cannot be read is `undefined`: a shard that is away holds up no other. */
async function readAll(redis: RedisClient): Promise<readonly (string | undefined)[]> {
	const shards = Array.from({ length: NUDGE_SHARDS }, (_none, shard) => shard);
	return Promise.all(
		shards.map((shard) =>
			redis.get(departures(shard)).then(
				(value) => value ?? '',
				() => undefined,
			),
		),
	);
}
