import { EVERY_OTHER_DAY_FROM, REST_AFTER, WEEKLY_FROM } from './ease-off.ts';
import { PROGRAMME_DAYS } from './programme.ts';
import { SUSPENDING_REFUSALS, UNKNOWN_MEMBER } from './refusals.ts';

/**
 * What the delivery scripts share: reading and changing the stored form that `record-codec` describes. `now` and the times of
 * intents are in seconds.
 */
export const RECORD_LUA = `
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
  count = code == '${UNKNOWN_MEMBER}' and math.max(count + 1, ${SUSPENDING_REFUSALS}) or count + 1
  r.refusal = table.concat({ count, day, code }, '.') .. told
end`;
