import type { Queue } from 'bullmq';
import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import type { DeliveryJob } from './delivery-job.ts';

/** Takes members out of a job of deliveries, wherever in the queue it is. Without anybody left it goes, too. */
export type TakeOut = (jobId: string, members: readonly Snowflake[]) => Promise<void>;

// In one step, for others may be taken out of the same job meanwhile.
const STRIP = defineScript({
	keys: 1,
	lua: `
-- KEYS: job. ARGV: members. Replies how many are left, or -1 without such a job.
local data = redis.call('HGET', KEYS[1], 'data')
local before, listed, after = string.match(data or '', '^(.*"members":%[)([%d",]*)(%].*)$')
if not before then return -1 end
local leaving, left = {}, {}
for _, member in ipairs(ARGV) do leaving[member] = true end
for member in string.gmatch(listed, '%d+') do
  if not leaving[member] then left[#left + 1] = '"' .. member .. '"' end
end
redis.call('HSET', KEYS[1], 'data', before .. table.concat(left, ',') .. after)
return #left`,
});

const reply = z.number();

export function createTakeOut(redis: RedisClient, queue: Queue<DeliveryJob>): TakeOut {
	return async (jobId, members) => {
		const left = reply.parse(await STRIP(redis, [queue.toKey(jobId)], members));
		// One that is being worked on cannot be removed. It names nobody any more, and ends by itself.
		if (left === 0) await queue.remove(jobId);
	};
}
