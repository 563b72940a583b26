import { defineScript } from '../redis/script.ts';
import { RECORD_LUA } from './record-lua.ts';

// Nudges put off stay in the record until they are settled, and in the set until the record has none.
const LATERS = `
local function splitLaters(laters, wanted)
  local others, found, earliest = {}, nil, nil
  for d, at, letters in string.gmatch(laters, '(%d+)%.(%d+)%.(%a+)') do
    if at == wanted then found = { day = d, letters = letters }
    else
      others[#others + 1] = table.concat({ d, at, letters }, '.')
      if not earliest or tonumber(at) < earliest then earliest = tonumber(at) end
    end
  end
  return table.concat(others, ';'), found, earliest
end
local function drop(r, member, at)
  local others, _, earliest = splitLaters(r.laters, at)
  r.laters = others
  if earliest then redis.call('ZADD', KEYS[2], earliest, member) else redis.call('ZREM', KEYS[2], member) end
end`;

/**
 * Checks whether a nudge that was put off until that epoch minute is still wanted; notes the intent when `begin` is asked for.
 * Keys: records, laters. Arguments: member, epoch minute, now, nonce window, refusals that suspend, begin or peek, the
 * day and the minute that the local clock shows, the seconds after which it is too late.
 * Replies `due, topics of the first try, topics, first or repeated, record, day`, or one word that says why not.
 */
export const checkLater = defineScript({
	keys: 2,
	lua: `${RECORD_LUA}${LATERS}
local member, at = ARGV[1], ARGV[2]
local now, window, limit = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local raw = redis.call('HGET', KEYS[1], member)
local r = raw and read(raw)
if raw and not r then return { 'corrupt' } end
local _, found = nil, nil
if r then _, found = splitLaters(r.laters, at) end
if not found then
  if not r or r.laters == '' then redis.call('ZREM', KEYS[2], member) end
  if r and r.laters ~= '' then drop(r, member, at) end
  return { 'gone' }
end
local others, group, first = split(r.intents, found.day, at, now, window)
if first and now - first > window then
  r.intents = others
  drop(r, member, at)
  write(KEYS[1], member, r)
  return { 'uncertain' }
end
local not_now = refused(r, ARGV[7], limit) or wantsPeace(r, ARGV[7], ARGV[8])
if now - tonumber(at) * 60 > tonumber(ARGV[9]) then not_now = 'late' end
if not_now then
  drop(r, member, at)
  write(KEYS[1], member, r)
  return { not_now }
end
if not first and ARGV[6] == 'begin' then
  local intent = table.concat({ found.day, at, ARGV[3], found.letters }, '.')
  r.intents = others == '' and intent or (others .. ';' .. intent)
  raw = write(KEYS[1], member, r)
end
if ARGV[6] == 'peek' then return { 'due' } end
return { 'due', group or found.letters, found.letters, first and 'repeated' or 'first', raw, found.day }`,
});

/**
 * Ends the intent of a nudge that was put off, and forgets that it was, unless it was `released`.
 * Keys: records, laters. Arguments: member, epoch minute, day, outcome, Discord's code.
 */
export const endLater = defineScript({
	keys: 2,
	lua: `${RECORD_LUA}${LATERS}
local member, at, day, outcome = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local raw = redis.call('HGET', KEYS[1], member)
local r = raw and read(raw)
if not r then
  redis.call('ZREM', KEYS[2], member)
  return 0
end
local others, group = split(r.intents, day, at, 0, 0)
r.intents = others
if outcome ~= 'released' then drop(r, member, at) end
if outcome == 'sent' then r.refusal = '' end
if outcome == 'refused' and group then noteRefusal(r, day, ARGV[5]) end
write(KEYS[1], member, r)
return 1`,
});
