import { defineScript } from '../redis/script.ts';
import { RECORD_LUA } from './record-lua.ts';

/**
 * Checks whether members are due in one local minute, and when `begin` is asked for notes the intents to send.
 * Keys: for each member the records and the due set. Arguments: zone, minute, day, now (seconds), nonce window, refusals
 * that suspend, begin or peek, the minute that the local clock shows, members.
 * Replies for each `due, topics of the first try, topics, first or repeated, record` (`due` alone to who peeks), or one word
 * that says why not.
 */
export const checkDue = defineScript({
	lua: `${RECORD_LUA}
local zone, minute, day = ARGV[1], ARGV[2], ARGV[3]
local now, window, limit = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local function check(member, records, dueSet)
  local raw = redis.call('HGET', records, member)
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
    redis.call('SREM', dueSet, member)
    return { 'gone' }
  end
  if due == '' then return { resting and 'resting' or 'done' } end
  if first and now - first > window then
    r.intents = others
    r.topics = settle(r, member, due, day, minute, false)
    write(records, member, r)
    return { 'uncertain' }
  end
  local not_now = refused(r, day, limit) or wantsPeace(r, day, ARGV[8])
  if not_now then return { not_now } end
  if ARGV[7] == 'begin' and not first then
    local intent = table.concat({ day, minute, ARGV[4], due }, '.')
    r.intents = others == '' and intent or (others .. ';' .. intent)
    raw = write(records, member, r)
  end
  if ARGV[7] == 'peek' then return { 'due' } end
  return { 'due', group or due, due, first and 'repeated' or 'first', raw }
end
local replies = {}
for i = 9, #ARGV do replies[i - 8] = check(ARGV[i], KEYS[2 * i - 17], KEYS[2 * i - 16]) end
return replies`,
});

/**
 * Ends an intent. What has no intent any more is left alone, so a repeated call changes nothing.
 * Keys: records. Arguments: member, minute, day, topics, outcome, Discord's code.
 * Outcomes: `sent`, `refused`, `rejected`, `uncertain` settle the day; `released` leaves it open, for nothing was sent.
 */
export const endIntent = defineScript({
	keys: 1,
	lua: `${RECORD_LUA}
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
