import { defineScript } from '../redis/script.ts';
import { EVERY_OTHER_DAY_FROM, REST_AFTER, WEEKLY_FROM } from './ease-off.ts';
import { PROGRAMME_DAYS } from './programme.ts';

// The scripts read the stored form that `record-codec` describes. Seconds, not milliseconds, in `now` and intents.
const READ = `
local TOPIC = '(%a)%.(%d+)%.(%d)%.(%d*)%.([%d+]*)%.(%d*)%.(%d*%.[%w_-]*)'
local function read(raw)
  local zone, channel, consent, refusal, intents, settings, laters, topics =
    string.match(raw, '^2|([^|]+)|(%d+)|([%d.]+)|([%d.]*)|([%w.;]*)|([%w.]*)|([%w.;]*)|([%w.,+_-]+)$')
  if not zone then
    zone, channel, consent, refusal, intents, topics =
      string.match(raw, '^1|([^|]+)|(%d+)|([%d.]+)|([%d.]*)|([%w.;]*)|([%w.,]+)$')
    if not zone then return nil end
    settings, laters = '', ''
    topics = string.gsub(topics, '(%a)%.(%d+)%.(%d*)', '%1.%2.0.%3....')
  end
  return { zone = zone, channel = channel, consent = consent, refusal = refusal, intents = intents,
    settings = settings, laters = laters, topics = topics }
end
local function write(records, member, r)
  local raw = table.concat({ '2', r.zone, r.channel, r.consent, r.refusal, r.intents, r.settings, r.laters, r.topics }, '|')
  redis.call('HSET', records, member, raw)
  return raw
end
-- The intent of this day and minute (its topics and first try), and the others that are still fresh.
local function split(intents, day, minute, now, window)
  local others, topics, first = {}, nil, nil
  for d, m, at, letters in string.gmatch(intents, '(%d+)%.(%d+)%.(%d+)%.(%a+)') do
    if d == day and m == minute then topics, first = letters, tonumber(at)
    elseif now - tonumber(at) <= window then others[#others + 1] = table.concat({ d, m, at, letters }, '.') end
  end
  return table.concat(others, ';'), topics, first
end
-- Notes the day with those topics of that minute whose last day is earlier; what was sent awaits its answer.
local function settle(r, member, letters, day, minute, sent)
  return (string.gsub(r.topics, TOPIC, function(letter, m, spread, last, open, step, history)
    if tostring(m + spread) ~= minute or not string.find(letters, letter, 1, true) then return end
    if last ~= '' and tonumber(last) >= tonumber(day) then return end
    if sent and r.channel ~= member then open = open == '' and day or (open .. '+' .. day) end
    if sent and step ~= '' then
      step = tonumber(step) + 1
      if step >= ${PROGRAMME_DAYS} then step = '' end
    end
    return table.concat({ letter, m, spread, day, open, step, history }, '.')
  end))
end
-- Whether nothing comes on that day, because so many in a row were left unanswered.
local function rests(open, day)
  local count, last = 0, 0
  for d in string.gmatch(open, '%d+') do count, last = count + 1, tonumber(d) end
  if count > ${REST_AFTER} then return true end
  local apart = count >= ${WEEKLY_FROM} and 7 or count >= ${EVERY_OTHER_DAY_FROM} and 2 or 1
  return count > 0 and tonumber(day) - last < apart
end
-- Why the member wants nothing at this moment of that day, if so.
local function wantsPeace(r, day, clock)
  local paused, from, to = string.match(r.settings, '^%d*%.(%d*)%.(%d*)%.(%d*)')
  if not paused then return nil end
  if paused ~= '' and tonumber(day) < tonumber(paused) then return 'paused' end
  if from == '' then return nil end
  from, to, clock = tonumber(from), tonumber(to), tonumber(clock)
  local inside
  if from <= to then inside = clock >= from and clock < to else inside = clock >= from or clock < to end
  return inside and 'quiet' or nil
end
local function refused(r, day, limit)
  local count, last = string.match(r.refusal, '^(%d+)%.(%d+)')
  if count and tonumber(count) >= limit then return 'suspended' end
  return count and tonumber(last) >= tonumber(day) and 'waiting' or nil
end
local function noteRefusal(r, day, code)
  local count = tonumber(string.match(r.refusal, '^%d+') or '0')
  local told = string.match(r.refusal, '^%d+%.%d+%.%d+(%.%d+)$') or ''
  r.refusal = table.concat({ count + 1, day, code }, '.') .. told
end`;

/**
 * Checks whether a member is due, and when `begin` is asked for notes the intent to send.
 * Keys: records, due set. Arguments: member, zone, minute, day, now, nonce window, refusals that suspend, begin or peek,
 * the minute that the local clock shows.
 * Replies `due, topics of the first try, topics, first or repeated, record`, or one word that says why not.
 */
export const checkDue = defineScript({
	keys: 2,
	lua: `${READ}
local member, zone, minute, day = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local now, window, limit = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local raw = redis.call('HGET', KEYS[1], member)
local r = raw and read(raw)
if raw and not r then return { 'corrupt' } end
local others, group, first = '', nil, nil
if r then others, group, first = split(r.intents, day, minute, now, window) end
local here, resting, due = false, false, ''
if r and r.zone == zone then
  for letter, m, spread, last, open in string.gmatch(r.topics, TOPIC) do
    if tostring(m + spread) == minute then
      here = true
      local isOpen = last == '' or tonumber(last) < tonumber(day)
      if isOpen and (not group or string.find(group, letter, 1, true)) then
        if not group and rests(open, day) then resting = true else due = due .. letter end
      end
    end
  end
end
if not here then
  redis.call('SREM', KEYS[2], member)
  return { 'gone' }
end
if due == '' then return { resting and 'resting' or 'done' } end
if first and now - first > window then
  r.intents = others
  r.topics = settle(r, member, due, day, minute, false)
  write(KEYS[1], member, r)
  return { 'uncertain' }
end
local not_now = refused(r, day, limit) or wantsPeace(r, day, ARGV[9])
if not_now then return { not_now } end
if not first and ARGV[8] == 'begin' then
  local intent = table.concat({ day, minute, ARGV[5], due }, '.')
  r.intents = others == '' and intent or (others .. ';' .. intent)
  raw = write(KEYS[1], member, r)
end
return { 'due', group or due, due, first and 'repeated' or 'first', raw }`,
});

/**
 * Ends an intent. What has no intent any more is left alone, so a repeated call changes nothing.
 * Keys: records. Arguments: member, minute, day, topics, outcome, Discord's code.
 * Outcomes: `sent`, `refused`, `rejected`, `uncertain` settle the day; `released` leaves it open, for nothing was sent.
 */
export const endIntent = defineScript({
	keys: 1,
	lua: `${READ}
local member, minute, day, letters, outcome = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local raw = redis.call('HGET', KEYS[1], member)
local r = raw and read(raw)
if not r then return 0 end
local others, group = split(r.intents, day, minute, 0, 0)
if not group then return 0 end
r.intents = others
if outcome ~= 'released' then r.topics = settle(r, member, letters, day, minute, outcome == 'sent') end
if outcome == 'sent' then r.refusal = '' end
if outcome == 'refused' then noteRefusal(r, day, ARGV[6]) end
write(KEYS[1], member, r)
return 1`,
});

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
	lua: `${READ}${LATERS}
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
return { 'due', group or found.letters, found.letters, first and 'repeated' or 'first', raw, found.day }`,
});

/**
 * Ends the intent of a nudge that was put off, and forgets that it was, unless it was `released`.
 * Keys: records, laters. Arguments: member, epoch minute, day, outcome, Discord's code.
 */
export const endLater = defineScript({
	keys: 2,
	lua: `${READ}${LATERS}
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
