import { z } from 'zod';
import { snowflake } from '../core/snowflake.ts';
import { memberRecords, NUDGE_BUCKETS, NUDGE_SHARDS } from '../redis/keys.ts';
import { CorruptValueError } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { REST_AFTER } from './ease-off.ts';
import { HISTORY_DAYS } from './history.ts';
import type { LocalDay } from './local-day.ts';
import { ENDS_AFTER_DAYS, isOver, withoutOldMarks } from './record-end.ts';
import { RECORD_LUA } from './record-lua.ts';
import { SUSPENDING_REFUSALS } from './refusals.ts';
import type { Subscriptions } from './subscriptions.ts';

// Finds whose records look as if something in them had ended. What is done about it is decided from the record itself.
const FIND = defineScript({
	keys: 1,
	lua: `${RECORD_LUA}
-- KEYS: records. ARGV: today
local today, found = tonumber(ARGV[1]), {}
local function isLongAgo(day) return day <= today - ${ENDS_AFTER_DAYS} end
local function looksOver(r)
  local count, day = string.match(r.refusal, '^(%d+)%.(%d+)')
  if count and tonumber(count) >= ${SUSPENDING_REFUSALS} then return isLongAgo(tonumber(day)) end
  for letter, m, spread, last, open in string.gmatch(r.topics, TOPIC) do
    local days, latest = 0, 0
    for d in string.gmatch(open, '%d+') do days, latest = days + 1, tonumber(d) end
    if days <= ${REST_AFTER} or not isLongAgo(latest) then return false end
  end
  return true
end
local function hasOldMarks(r)
  for letter, m, spread, last, open, step, history in string.gmatch(r.topics, TOPIC) do
    local day, packed = string.match(history, '^(%d+)%.(.*)$')
    -- Three days a character, from that day backwards.
    if day and tonumber(day) - 3 * #packed + 3 <= today - ${HISTORY_DAYS} then return true end
  end
  return false
end
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local r = read(all[i + 1])
  if r and r.channel ~= all[i] and (looksOver(r) or hasOldMarks(r)) then found[#found + 1] = all[i] end
end
return found`,
});

const members = z.array(snowflake);

/** Buckets looked through in one round trip. With a million members each takes half a millisecond, and others wait meanwhile. */
const AT_ONCE = 16;

/** Ends what may be kept no longer in the records of members who do nothing any more. */
export interface RecordSweep {
	/** Returns how many records could not be read. */
	sweep(today: LocalDay): Promise<{ corrupt: number }>;
}

export function createRecordSweep(
	redis: RedisClient,
	subscriptions: Pick<Subscriptions, 'change' | 'endIf'>,
): RecordSweep {
	async function sweepMember(memberId: string, today: LocalDay): Promise<void> {
		if (await subscriptions.endIf(memberId, (record) => isOver(memberId, record, today))) return;
		await subscriptions.change(memberId, (old) => withoutOldMarks(old, today));
	}

	return {
		async sweep(today) {
			let corrupt = 0;
			for (let shard = 0; shard < NUDGE_SHARDS; shard += 1)
				for (let first = 0; first < NUDGE_BUCKETS; first += AT_ONCE) {
					const keys = Array.from({ length: AT_ONCE }, (_none, index) => memberRecords(shard, first + index));
					const found = await Promise.all(
						keys.map(async (key) => members.parse(await FIND(redis, [key], [today]))),
					);
					for (const memberId of found.flat())
						try {
							await sweepMember(memberId, today);
						} catch (error) {
							if (!(error instanceof CorruptValueError)) throw error;
							corrupt += 1;
						}
				}
			return { corrupt };
		},
	};
}
