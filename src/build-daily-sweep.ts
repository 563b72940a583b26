import { startDailySweep } from './nudges/daily-sweep.ts';
import { createPostMarks } from './nudges/post-marks.ts';
import { createRecordSweep } from './nudges/record-sweep.ts';
import { createSubscriptions } from './nudges/subscriptions.ts';
import type { Log } from './ops/log.ts';
import type { RedisClient } from './redis/redis-client.ts';
import type { SettledClock } from './redis/settled-clock.ts';

/** Removes once a day all that is kept for a time and has no end in Redis itself. */
export function buildDailySweep(redis: RedisClient, time: SettledClock, log: Log) {
	const records = createRecordSweep(redis, createSubscriptions(redis));
	return startDailySweep({ stores: [createPostMarks(redis), records], time, log });
}
