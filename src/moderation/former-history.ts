import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import * as keys from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { type Revision, type ShippedTexts, storedStateOf } from './stored-state.ts';

// Only if the history is as it was read: of two processes that take it over at once, one does.
const TAKE_OVER = `
-- KEYS: former history, revisions; then for each revision: revisions of the change, revisions of the entry
-- ARGV: length of the former history, how many can be read; each revision's fields without its number; what cannot be read
if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return 0 end
local readable = tonumber(ARGV[2])
local n = redis.call('HLEN', KEYS[2])
redis.call('DEL', KEYS[1])
for i = 1, readable do
  n = n + 1
  redis.call('HSET', KEYS[2], n, '{"n":' .. n .. ',' .. ARGV[2 + i] .. '}')
  redis.call('RPUSH', KEYS[1 + 2 * i], n)
  redis.call('RPUSH', KEYS[2 + 2 * i], n)
end
for i = 3 + readable, #ARGV do redis.call('RPUSH', KEYS[1], ARGV[i]) end
return 1`;

interface Around {
	shipped: ShippedTexts;
	/** Told of what cannot be read; it stays where it is. */
	onCorrupt(error: unknown): void;
}

/** Makes revisions of the history as it was kept before there were any, oldest first. */
export async function takeOverHistory(
	redis: RedisClient,
	guildId: Snowflake,
	{ shipped, onCorrupt }: Around,
): Promise<void> {
	const former = keys.overlayHistory(guildId);
	const raws = await redis.lrange(former, 0, -1);
	const steps: Omit<Revision, 'n'>[] = [];
	const unreadable: string[] = [];
	for (const raw of raws) {
		try {
			steps.unshift(readStep(raw, former, shipped));
		} catch (error) {
			onCorrupt(error);
			unreadable.push(raw);
		}
	}
	if (steps.length === 0) return;
	const touched = steps.flatMap(({ change, entry }) => [
		keys.changeRevisions(guildId, change),
		keys.revisionsOf(guildId, entry),
	]);
	const script = defineScript({ keys: 2 + touched.length, lua: TAKE_OVER });
	await script(
		redis,
		[former, keys.revisions(guildId), ...touched],
		[raws.length, steps.length, ...steps.map((step) => JSON.stringify(step).slice(1, -1)), ...unreadable],
	);
}

const formerStep = z.strictObject({ entry: z.string(), before: z.unknown().optional(), after: z.unknown() });

function readStep(raw: string, key: string, shipped: ShippedTexts): Omit<Revision, 'n'> {
	const { entry, before, after } = parseStored(formerStep, key, raw);
	const read = (state: unknown) => parseStored(storedStateOf(entry, shipped), key, JSON.stringify(state));
	const state = read(after);
	return {
		change: `former-${entry}-${state.version}`,
		entry,
		kind: 'edit',
		...(before === undefined ? {} : { before: read(before) }),
		after: state,
		by: state.by,
		at: state.at,
	};
}
