import { z } from 'zod';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { KEEP_DECISION, STILL_WAITS } from './decisions.ts';

/** More would not fit into one screenful of anything, and one server's answers are held in memory together. */
export const MOST_ENTRIES = 600;

// Compares versions inside Redis, so that two moderators who save at once cannot both win, and writes all or nothing. What
// cannot be read counts as not there: it may be written over, and is no part of the history.
const COMMIT = `
-- KEYS: overlay, overlay version, revisions, revisions of the change, drafts, decisions, who has news of them, revisions of
--   each entry
-- ARGV: most entries, the draft that it comes from ('' for none), its author, what they are told ('' for nothing); then for each entry: id, version
--   that the change is based on, new state, the revision's other fields, the present state if it is known not to be readable
${KEEP_DECISION}
${STILL_WAITS}
local overlay, version, revisions, change, drafts = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local most, draft = tonumber(ARGV[1]), ARGV[2]
if redis.call('EXISTS', change) == 1 then
  if draft ~= '' then redis.call('HDEL', drafts, draft) end
  return { 'again', redis.call('GET', version) }
end
if draft ~= '' and not waits(drafts, draft, ARGV[3]) then return { 'gone' } end
local function readable(raw, unreadable)
  if not raw or raw == unreadable then return nil end
  local ok, value = pcall(cjson.decode, raw)
  if ok and type(value) == 'table' and type(value.version) == 'number' and type(value.by) == 'string' then return value end
  return nil
end
-- What was deleted keeps its version, and takes no room.
local function room(raw)
  local taken = raw and (string.find(raw, '"texts"', 1, true) or string.find(raw, '"hidden"', 1, true)
    or string.find(raw, '"reviewBy"', 1, true))
  return taken and 1 or 0
end
local count = (#ARGV - 4) / 5
local overtaken, more = {}, 0
for i = 1, count do
  local at = 5 + (i - 1) * 5
  local raw = redis.call('HGET', overlay, ARGV[at])
  local stored = readable(raw, ARGV[at + 4])
  if (stored and stored.version or 0) ~= tonumber(ARGV[at + 1]) then
    overtaken[#overtaken + 1] = ARGV[at]
    overtaken[#overtaken + 1] = stored and raw or ''
  end
  more = more + room(ARGV[at + 2]) - room(raw)
end
if #overtaken > 0 then return { 'overtaken', unpack(overtaken) } end
if more > 0 and redis.call('HLEN', overlay) + more > most then
  for _, raw in ipairs(redis.call('HVALS', overlay)) do more = more + room(raw) end
  if more > most then return { 'full' } end
end
local n = redis.call('HLEN', revisions)
for i = 1, count do
  local at = 5 + (i - 1) * 5
  local raw = redis.call('HGET', overlay, ARGV[at])
  n = n + 1
  local revision = '{"n":' .. n .. ',"after":' .. ARGV[at + 2] .. ',' .. ARGV[at + 3]
  if readable(raw, ARGV[at + 4]) then revision = revision .. ',"before":' .. raw end
  redis.call('HSET', revisions, n, revision .. '}')
  redis.call('RPUSH', change, n)
  redis.call('RPUSH', KEYS[7 + i], n)
  redis.call('HSET', overlay, ARGV[at], ARGV[at + 2])
end
if draft ~= '' then
  redis.call('HDEL', drafts, draft)
  if ARGV[4] ~= '' then keep(KEYS[6], KEYS[7], ARGV[3], ARGV[4]) end
end
return { 'saved', tostring(redis.call('INCR', version)) }`;

const reply = z.union([
	z.tuple([z.enum(['saved', 'again']), z.coerce.number().int()]),
	z.tuple([z.literal('full')]),
	z.tuple([z.literal('gone')]),
	z.tuple([z.literal('overtaken')], z.string()),
]);

/** One entry of a commit, as it is written. */
export interface CommitItem {
	readonly entry: string;
	readonly basedOn: number;
	/** JSON. */
	readonly state: string;
	/** The fields of the revision other than its number and its states, as JSON without the braces. */
	readonly revision: string;
	/** What stands there, if it cannot be read. */
	readonly unreadable: string | undefined;
	readonly revisionsKey: string;
}

/** `overtaken` lists entry and stored state by turns; a state that is not there is empty. */
export type CommitReply = z.infer<typeof reply>;

/** Writes overlay, revisions and counters, takes the draft away and keeps the decision for its author, in one step. The same change twice is written once. */
export async function runCommit(
	redis: RedisClient,
	keys: readonly [
		overlay: string,
		version: string,
		revisions: string,
		change: string,
		drafts: string,
		decisions: string,
		decisionNews: string,
	],
	items: readonly CommitItem[],
	draft: { id: string; author: string; decision: string } | undefined,
): Promise<CommitReply> {
	const script = defineScript({ keys: keys.length + items.length, lua: COMMIT });
	const found = await script(
		redis,
		[...keys, ...items.map(({ revisionsKey }) => revisionsKey)],
		[
			MOST_ENTRIES,
			draft?.id ?? '',
			draft?.author ?? '',
			draft?.decision ?? '',
			...items.flatMap(({ entry, basedOn, state, revision, unreadable }) => [
				entry,
				basedOn,
				state,
				revision,
				unreadable ?? '',
			]),
		],
	);
	return reply.parse(found);
}
