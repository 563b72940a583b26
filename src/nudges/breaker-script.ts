/** How long nothing goes out before one message may try. */
export const HALT_MS = 10 * 60_000;
/** How long the one that tries has, before another may. */
const TRIAL_MS = 60_000;
/** A breaker that nobody tries is forgotten after a day. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** A burst of refusals: so many within five minutes, and more than half of what was tried. */
const REFUSALS = 20;
/** Answers of 401, 403 and 429 within ten minutes: a tenth of what bans the address. */
const INVALID = 1_000;

/**
 * Lua functions around the breaker of all direct messages, for scripts with the keys slots, breaker, answers. Time is in
 * microseconds by the server's clock, the one clock that all processes share.
 */
export const BREAKER = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local function whole(number) return string.format('%.0f', number) end

-- Returns the reason, or '' when it was open before.
local function trip(why)
  local new = redis.call('EXISTS', KEYS[2]) == 0
  redis.call('HSET', KEYS[2], 'until', whole(now + ${HALT_MS} * 1000), 'why', why)
  redis.call('HDEL', KEYS[2], 'trial')
  redis.call('PEXPIRE', KEYS[2], ${FORGOTTEN_MS})
  -- What led to it has had its effect.
  redis.call('DEL', KEYS[3])
  return new and why or ''
end

-- How long direct messages are halted, in microseconds; nothing when this one may go, as the one that tries if so.
local function halted()
  local untilWhen, trial = unpack(redis.call('HMGET', KEYS[2], 'until', 'trial'))
  if not untilWhen then return nil, false end
  local left = tonumber(untilWhen) - now
  -- What lies further ahead than it ever could is from before the clock was put back.
  if left > 0 and left <= ${HALT_MS} * 1000 then return left, false end
  left = tonumber(trial or '0') - now
  if left > 0 and left <= ${TRIAL_MS} * 1000 then return left, false end
  return nil, true
end
local function try() redis.call('HSET', KEYS[2], 'trial', whole(now + ${TRIAL_MS} * 1000)) end

-- Adds to the minute's counts. Returns why that opened the breaker, or ''.
local function note(sent, refused, invalid)
  if sent + refused + invalid == 0 then return '' end
  local minute = math.floor(now / 60000000)
  local field = tostring(minute % 11)
  local pattern = '^(%d+)%.(%d+)%.(%d+)%.(%d+)$'
  local m, s, r, i = string.match(redis.call('HGET', KEYS[3], field) or '', pattern)
  if tonumber(m or '0') ~= minute then s, r, i = 0, 0, 0 end
  redis.call('HSET', KEYS[3], field, table.concat({ minute, s + sent, r + refused, i + invalid }, '.'))
  redis.call('EXPIRE', KEYS[3], 660)
  if refused + invalid == 0 then return '' end
  local sent5, refused5, invalid10 = 0, 0, 0
  for _, counted in ipairs(redis.call('HVALS', KEYS[3])) do
    m, s, r, i = string.match(counted, pattern)
    local age = minute - tonumber(m)
    if age >= 0 and age < 5 then sent5, refused5 = sent5 + s, refused5 + r end
    if age >= 0 and age < 10 then invalid10 = invalid10 + i end
  end
  if invalid10 >= ${INVALID} then return trip('invalid requests') end
  if refused5 >= ${REFUSALS} and refused5 > sent5 then return trip('refusals') end
  return ''
end`;
