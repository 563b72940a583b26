import { z } from 'zod';
import type { KeyedHash } from '../core/keyed-hash.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { inbox, inboxPlaces, inboxSenders } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { wordsId } from './words-id.ts';

/** A question in a server's inbox, as members sent it: without name or id. */
export const inboxQuestion = z.strictObject({
	text: z.string().min(1),
	/** How many times it was sent in the same words. */
	times: z.int().positive(),
	/** When it was last sent, in epoch milliseconds. */
	at: z.int().nonnegative(),
});

export type InboxQuestion = z.infer<typeof inboxQuestion>;

/**
 * - `sent`: it is in the inbox
 * - `enough`: this member has sent as many as a day takes
 * - `full`: the inbox takes no new ones until the moderators have dealt with some
 */
export type Sending = 'sent' | 'enough' | 'full';

/** Questions that nothing answered, sent by members who chose to. */
export interface Inbox {
	send(sent: { guildId: Snowflake; memberId: Snowflake; text: string; now: number }): Promise<Sending>;
	/** By id; `onCorrupt` is told of what cannot be read. */
	list(guildId: Snowflake): Promise<ReadonlyMap<string, InboxQuestion>>;
	remove(guildId: Snowflake, id: string): Promise<void>;
	/** In how many servers the member has sent questions yesterday or today. */
	sentBy(memberId: Snowflake): Promise<number>;
	/** Forgets that the member sent any. The questions say nothing of it. Returns in how many servers. */
	forget(memberId: Snowflake): Promise<number>;
}

/** How many questions one member may send a day. */
export const MOST_A_DAY = 5;
export const MOST_QUESTIONS = 500;

const DAY_MS = 86_400_000;
const TWO_DAYS_S = 172_800;
const KEPT_MS = 180 * DAY_MS;

// Counts the same words together, and holds one member to a few a day.
const SEND = defineScript({
	keys: 2,
	lua: `
-- KEYS: inbox, senders of the day. ARGV: id, text, now, sender, most a day, most in all, seconds to keep senders
if tonumber(redis.call('HGET', KEYS[2], ARGV[4]) or '0') >= tonumber(ARGV[5]) then return 'enough' end
local raw = redis.call('HGET', KEYS[1], ARGV[1])
local times = 0
if raw then times = tonumber(string.match(raw, '"times":(%d+)') or '0')
elseif redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[6]) then return 'full' end
redis.call('HSET', KEYS[1], ARGV[1],
  '{"text":' .. cjson.encode(ARGV[2]) .. ',"times":' .. (times + 1) .. ',"at":' .. ARGV[3] .. '}')
redis.call('HINCRBY', KEYS[2], ARGV[4], 1)
redis.call('EXPIRE', KEYS[2], ARGV[7])
return 'sent'`,
});

const sending = z.enum(['sent', 'enough', 'full']);

interface Dependencies {
	redis: RedisClient;
	/** Names a member for one day without saying who it is. */
	hash(): Promise<KeyedHash>;
	onCorrupt(error: unknown): void;
	/** The clock, in epoch milliseconds: what has lain too long is left out and removed. */
	clock(): number;
}

export function createInbox({ redis, hash, onCorrupt, clock }: Dependencies): Inbox {
	const dayOf = (now: number) => Math.floor(now / DAY_MS);
	const senderOf = async (guildId: Snowflake, day: number, memberId: Snowflake) =>
		(await hash())('inbox', guildId, String(day), memberId);

	/** Where the member may be counted as a sender: what is older has ended by itself. */
	async function countedIn(memberId: Snowflake): Promise<{ key: string; sender: string }[]> {
		const today = dayOf(clock());
		const found: { key: string; sender: string }[] = [];
		for (const guildId of await redis.smembers(inboxPlaces()))
			for (const day of [today - 2, today - 1, today]) {
				const key = inboxSenders(guildId, day);
				const sender = await senderOf(guildId, day, memberId);
				if ((await redis.hexists(key, sender)) === 1) found.push({ key, sender });
			}
		return found;
	}

	return {
		async send({ guildId, memberId, text, now }) {
			const day = dayOf(now);
			// Listed first: a listed server without senders does no harm, a sender in an unlisted one could not be forgotten.
			await redis.sadd(inboxPlaces(), guildId);
			const sender = await senderOf(guildId, day, memberId);
			const keys = [inbox(guildId), inboxSenders(guildId, day)];
			return sending.parse(
				await SEND(redis, keys, [wordsId(text), text, now, sender, MOST_A_DAY, MOST_QUESTIONS, TWO_DAYS_S]),
			);
		},
		async list(guildId) {
			const questions = new Map<string, InboxQuestion>();
			const key = inbox(guildId);
			for (const [id, raw] of Object.entries(await redis.hgetall(key))) {
				try {
					const question = parseStored(inboxQuestion, `${key} ${id}`, raw);
					if (clock() - question.at < KEPT_MS) questions.set(id, question);
					else await redis.hdel(key, id);
				} catch (error) {
					onCorrupt(error);
				}
			}
			return questions;
		},
		sentBy: async (memberId) => (await countedIn(memberId)).length,
		async forget(memberId) {
			const counted = await countedIn(memberId);
			for (const { key, sender } of counted) await redis.hdel(key, sender);
			return counted.length;
		},
		async remove(guildId, id) {
			await redis.hdel(inbox(guildId), id);
		},
	};
}
