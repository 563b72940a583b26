import { z } from 'zod';
import { type EntryId, entryId } from '../core/entry-texts.ts';
import type { KeyedHash } from '../core/keyed-hash.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { votePlaces, voters, votes } from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';

export const VOTES = ['helpful', 'unhelpful'] as const;
export type Vote = (typeof VOTES)[number];

/** How many members found an entry helpful, and how many did not. */
export type Tally = Record<Vote, number>;

/** What members of one server, or outside servers, think of the answers. Who voted cannot be told from it. */
export interface Votes {
	/** One vote a member and entry: a second one takes the place of the first; `same` when it says the same. */
	cast(ballot: Ballot): Promise<'counted' | 'same'>;
	/** By entry. */
	tallies(guildId: Snowflake | undefined): Promise<ReadonlyMap<EntryId, Tally>>;
	/** What the member voted, by server (undefined: outside servers). */
	of(memberId: Snowflake): Promise<readonly OwnVote[]>;
	/** Takes all votes of a member back, also out of the counts. Returns how many there were. */
	forget(memberId: Snowflake): Promise<number>;
}

export interface OwnVote {
	guildId: Snowflake | undefined;
	entry: EntryId;
	vote: Vote;
}

interface Ballot {
	guildId: Snowflake | undefined;
	memberId: Snowflake;
	entry: EntryId;
	vote: Vote;
}

// A voter's field lists entries and votes: `kimchi:h,sugar:u`.
const CHANGE = defineScript({
	keys: 2,
	lua: `
-- KEYS: counts, voters. ARGV: voter, entry ('' for all), new vote ('' to take back)
local was, kept, taken, voted = '', {}, 0, redis.call('HGET', KEYS[2], ARGV[1]) or ''
for entry, vote in string.gmatch(voted, '([^:,]+):([hu])') do
  if ARGV[2] == '' or entry == ARGV[2] then
    redis.call('HINCRBY', KEYS[1], entry .. ':' .. vote, -1)
    taken = taken + 1
    was = vote
  else kept[#kept + 1] = entry .. ':' .. vote end
end
if ARGV[3] ~= '' then
  redis.call('HINCRBY', KEYS[1], ARGV[2] .. ':' .. ARGV[3], 1)
  kept[#kept + 1] = ARGV[2] .. ':' .. ARGV[3]
end
if #kept == 0 then redis.call('HDEL', KEYS[2], ARGV[1])
else redis.call('HSET', KEYS[2], ARGV[1], table.concat(kept, ',')) end
if ARGV[2] ~= '' then return was end
return taken`,
});

const LETTERS = { helpful: 'h', unhelpful: 'u' } as const satisfies Record<Vote, string>;
const BY_LETTER = { h: 'helpful', u: 'unhelpful' } as const;

const letter = z.enum(['h', 'u']).transform((each) => BY_LETTER[each]);
const storedVote = z.tuple([entryId, letter]);
const storedCount = z.coerce.number().int().nonnegative();

/** @param hash names a voter in a place without saying who it is. */
export function createVotes(redis: RedisClient, hash: () => Promise<KeyedHash>): Votes {
	const voterIn = async (place: string, memberId: Snowflake) => (await hash())('vote', place, memberId);

	return {
		async cast({ guildId, memberId, entry, vote }) {
			const place = placeOf(guildId);
			// Listed first: a listed place without votes does no harm, votes in an unlisted one could not be forgotten.
			await redis.sadd(votePlaces(), place);
			const was = await CHANGE(
				redis,
				[votes(place), voters(place)],
				[await voterIn(place, memberId), entry, LETTERS[vote]],
			);
			return was === LETTERS[vote] ? 'same' : 'counted';
		},
		async tallies(guildId) {
			const tallies = new Map<EntryId, Tally>();
			for (const [field, count] of Object.entries(await redis.hgetall(votes(placeOf(guildId))))) {
				const vote = storedVote.safeParse(field.split(':'));
				const amount = storedCount.safeParse(count);
				if (!vote.success || !amount.success) continue;
				const [entry, kind] = vote.data;
				tallies.set(entry, { helpful: 0, unhelpful: 0, ...tallies.get(entry), [kind]: amount.data });
			}
			return tallies;
		},
		async of(memberId) {
			const own: OwnVote[] = [];
			for (const place of await redis.smembers(votePlaces())) {
				const listed = (await redis.hget(voters(place), await voterIn(place, memberId))) ?? '';
				for (const each of listed.split(',')) {
					const vote = storedVote.safeParse(each.split(':'));
					if (vote.success) own.push({ guildId: guildOf(place), entry: vote.data[0], vote: vote.data[1] });
				}
			}
			return own;
		},
		async forget(memberId) {
			let taken = 0;
			for (const place of await redis.smembers(votePlaces()))
				taken += Number(
					await CHANGE(redis, [votes(place), voters(place)], [await voterIn(place, memberId), '', '']),
				);
			return taken;
		},
	};
}

/** Votes outside servers count together. */
const OUTSIDE = 'outside';

function placeOf(guildId: Snowflake | undefined): string {
	return guildId ?? OUTSIDE;
}

function guildOf(place: string): Snowflake | undefined {
	return place === OUTSIDE ? undefined : place;
}
