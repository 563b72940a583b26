import { defineScript } from '../redis/script.ts';

// Both scripts read the stored form that `member-record` describes. Seconds, not milliseconds, in `now` and intents.
const READ = `
local function read(raw)
  local zone, channel, consent, refusal, intents, topics =
    string.match(raw, '^1|([^|]+)|(%d+)|([%d.]+)|([%d.]*)|([%w.;]*)|([%w.,]+)$')
  return zone and { zone = zone, channel = channel, consent = consent, refusal = refusal, intents = intents, topics = topics }
end
local function write(records, member, r)
  redis.call('HSET', records, member,
    table.concat({ '1', r.zone, r.channel, r.consent, r.refusal, r.intents, r.topics }, '|'))
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
-- Notes the day with those topics of that minute whose last day is earlier.
local function settle(topics, letters, day, minute)
  return (string.gsub(topics, '(%a)%.(%d+)%.(%d*)', function(letter, m, last)
    if m == minute and string.find(letters, letter, 1, true) and (last == '' or tonumber(last) < tonumber(day)) then
      return letter .. '.' .. m .. '.' .. day
    end
  end))
end`;

/**
 * Checks whether a member is due, and when `begin` is asked for notes the intent to send.
 * Keys: records, due set. Arguments: member, zone, minute, day, now, nonce window, refusals that suspend, begin or peek.
 * Replies `due, channel, topics of the first try, topics, first or repeated`, or one word that says why not.
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
local here, due = false, ''
if r and r.zone == zone then
  for letter, m, last in string.gmatch(r.topics, '(%a)%.(%d+)%.(%d*)') do
    if m == minute then
      here = true
      local open = last == '' or tonumber(last) < tonumber(day)
      if open and (not group or string.find(group, letter, 1, true)) then due = due .. letter end
    end
  end
end
if not here then
  redis.call('SREM', KEYS[2], member)
  return { 'gone' }
end
if due == '' then return { 'done' } end
if first and now - first > window then
  r.intents = others
  r.topics = settle(r.topics, due, day, minute)
  write(KEYS[1], member, r)
  return { 'uncertain' }
end
local count, refused = string.match(r.refusal, '^(%d+)%.(%d+)')
if count and tonumber(count) >= limit then return { 'suspended' } end
if count and tonumber(refused) >= tonumber(day) then return { 'waiting' } end
if not first and ARGV[8] == 'begin' then
  local intent = table.concat({ day, minute, ARGV[5], due }, '.')
  r.intents = others == '' and intent or (others .. ';' .. intent)
  write(KEYS[1], member, r)
end
return { 'due', r.channel, group or due, due, first and 'repeated' or 'first' }`,
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
if outcome ~= 'released' then r.topics = settle(r.topics, letters, day, minute) end
if outcome == 'sent' then r.refusal = '' end
if outcome == 'refused' then
  local count = tonumber(string.match(r.refusal, '^%d+') or '0')
  r.refusal = table.concat({ count + 1, day, ARGV[6] }, '.')
end
write(KEYS[1], member, r)
return 1`,
});
