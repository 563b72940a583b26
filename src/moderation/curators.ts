import type { KeyedHash } from '../core/keyed-hash.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { changeField } from '../redis/change-field.ts';
import * as keys from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { formerName } from './curator.ts';
import { isSigned, ofCurator, signedAnew, signsOf } from './signed.ts';

/** Where moderators have left their ids, so that they can see and take away what is stored about them. */
export interface Curators {
	/** Notes that a moderator is about to write something in a server. To be awaited before it is written. */
	enter(guildId: Snowflake, memberId: Snowflake): Promise<void>;
	/** What would stand for them in that server once they have their data deleted. */
	formerName(guildId: Snowflake, memberId: Snowflake): Promise<string>;
	/** What they wrote, approved and rejected, by server; others' ids are left out. Undefined for nothing. */
	of(memberId: Snowflake): Promise<readonly CuratorsWork[] | undefined>;
	/**
	 * Puts a pseudonym in their place wherever their id stands in a server's answers, and deletes what is only theirs: news of their
	 * drafts, and what they are looking at. History stays as it is otherwise. Returns in how many servers.
	 */
	forget(memberId: Snowflake): Promise<number>;
}

export interface CuratorsWork {
	readonly guildId: Snowflake;
	/** By kind, as it is stored. */
	readonly signed: Readonly<Record<string, readonly unknown[]>>;
}

const A_PAGE = 200;

/** The hashes of a server in whose values ids of moderators stand. */
const HASHES = {
	answers: keys.overlay,
	changes: keys.revisions,
	drafts: keys.drafts,
	testQuestions: keys.testQuestions,
	decisions: keys.decisions,
} as const satisfies Record<string, (guildId: Snowflake) => string>;

// A list cannot be changed by comparing. Signs have nothing in them that a pattern of Lua would read as its own.
const SIGN_ANEW = defineScript({
	keys: 1,
	lua: `
for at, raw in ipairs(redis.call('LRANGE', KEYS[1], 0, -1)) do
  local new = string.gsub(string.gsub(raw, ARGV[1], ARGV[3]), ARGV[2], ARGV[4])
  if new ~= raw then redis.call('LSET', KEYS[1], at - 1, new) end
end
return 0`,
});

export function createCurators(redis: RedisClient, hash: () => Promise<KeyedHash>): Curators {
	const nameOf = async (guildId: Snowflake, memberId: Snowflake) =>
		formerName(await hash(), guildId, memberId);

	/** The fields of a hash in which the moderator's id stands. */
	async function signedIn(key: string, memberId: Snowflake): Promise<[field: string, raw: string][]> {
		const found: [string, string][] = [];
		let cursor = '0';
		do {
			const [next, flat] = await redis.hscan(key, cursor, 'COUNT', A_PAGE);
			for (let at = 0; at < flat.length; at += 2) {
				const raw = flat[at + 1] ?? '';
				if (isSigned(raw, memberId)) found.push([flat[at] ?? '', raw]);
			}
			cursor = next;
		} while (cursor !== '0');
		return found;
	}

	async function proposalsOf(guildId: Snowflake, memberId: Snowflake): Promise<[id: string, raw: string][]> {
		const found: [string, string][] = [];
		for (const id of await redis.zrange(keys.proposals(guildId), '0', '-1')) {
			const raw = (await redis.get(keys.proposal(guildId, id))) ?? '';
			if (isSigned(raw, memberId)) found.push([id, raw]);
		}
		return found;
	}

	async function workIn(guildId: Snowflake, memberId: Snowflake): Promise<CuratorsWork> {
		const signed: Record<string, unknown[]> = {};
		for (const [kind, keyOf] of Object.entries(HASHES)) {
			const raws = (await signedIn(keyOf(guildId), memberId)).map(([, raw]) => raw);
			signed[kind] = raws.flatMap((raw) => ofCurator(raw, memberId));
		}
		const proposals = await proposalsOf(guildId, memberId);
		signed['previews'] = proposals.flatMap(([, raw]) => ofCurator(raw, memberId));
		const own = (await redis.hget(keys.decisions(guildId), memberId)) ?? '';
		signed['decisionsOnYours'] = ofCurator(own, undefined);
		const kept = Object.entries(signed).filter(([, each]) => each.length > 0);
		return { guildId, signed: Object.fromEntries(kept) };
	}

	async function forgetIn(guildId: Snowflake, memberId: Snowflake): Promise<void> {
		const name = await nameOf(guildId, memberId);
		await redis.hdel(keys.decisions(guildId), memberId);
		await redis.srem(keys.decisionNews(guildId), memberId);
		for (const [id] of await proposalsOf(guildId, memberId)) {
			await redis.del(keys.proposal(guildId, id));
			await redis.zrem(keys.proposals(guildId), id);
		}
		for (const keyOf of Object.values(HASHES))
			for (const [field] of await signedIn(keyOf(guildId), memberId))
				await changeField(redis, keyOf(guildId), field, (raw) => raw && signedAnew(raw, memberId, name));
		await SIGN_ANEW(redis, [keys.overlayHistory(guildId)], [...signsOf(memberId), ...signsOf(name)]);
	}

	return {
		async enter(guildId, memberId) {
			await redis.sadd(keys.curated(memberId), guildId);
		},
		formerName: nameOf,
		async of(memberId) {
			const found: CuratorsWork[] = [];
			for (const guildId of await redis.smembers(keys.curated(memberId)))
				found.push(await workIn(guildId, memberId));
			return found.length === 0 ? undefined : found;
		},
		async forget(memberId) {
			const guildIds = await redis.smembers(keys.curated(memberId));
			for (const guildId of guildIds) {
				await forgetIn(guildId, memberId);
				// Last, so that what failed in between is found again.
				await redis.srem(keys.curated(memberId), guildId);
			}
			return guildIds.length;
		},
	};
}
