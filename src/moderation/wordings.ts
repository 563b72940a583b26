import type { Snowflake } from '../core/snowflake.ts';
import * as keys from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { type StoredWording, storedWording } from './stored-wording.ts';

/** What became of a change: saved, or overtaken by another moderator's, which is absent when they took theirs back. */
export type SaveOutcome =
	| { kind: 'saved'; wording: StoredWording }
	| { kind: 'overtaken'; theirs: StoredWording | undefined };

interface Change {
	guildId: Snowflake;
	entry: string;
	/** The version that the moderator's text started from; 0 for the shipped one. */
	basedOn: number;
	title: string;
	answer: string;
	by: Snowflake;
	/** Epoch milliseconds. */
	at: number;
}

/** The servers' own wordings in Redis. */
export interface Wordings {
	/** All of a server's wordings by entry id. One that cannot be read is reported and left out; the others still count. */
	read(guildId: Snowflake): Promise<Map<string, StoredWording>>;
	/** Writes wording, history and version in one step, or nothing when somebody else was faster. */
	save(change: Change): Promise<SaveOutcome>;
}

/** Compares versions inside Redis, so that two moderators who save at once cannot both win. A value that cannot be read may be written over. */
const SAVE = defineScript({
	keys: 2,
	lua: `
		local current = redis.call('HGET', KEYS[1], ARGV[1])
		local readable, stored = pcall(cjson.decode, current or '')
		readable = readable and type(stored) == 'table' and type(stored.version) == 'number' and type(stored.at) == 'number'
			and type(stored.title) == 'string' and type(stored.answer) == 'string' and type(stored.by) == 'string'
		local version = readable and stored.version or 0
		if version ~= tonumber(ARGV[2]) then return current or '' end
		local revision = '{"entry":' .. cjson.encode(ARGV[1]) .. ',"after":' .. ARGV[3]
		if readable then revision = revision .. ',"before":' .. current end
		redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
		redis.call('LPUSH', KEYS[2], revision .. '}')
		return false
	`,
});

export function createWordings(redis: RedisClient, onCorrupt: (error: unknown) => void): Wordings {
	return {
		async read(guildId) {
			const key = keys.overlay(guildId);
			const wordings = new Map<string, StoredWording>();
			for (const [entry, raw] of Object.entries(await redis.hgetall(key))) {
				try {
					wordings.set(entry, parseStored(storedWording, `${key} ${entry}`, raw));
				} catch (error) {
					onCorrupt(error);
				}
			}
			return wordings;
		},
		async save({ guildId, entry, basedOn, title, answer, by, at }) {
			const wording: StoredWording = { title, answer, version: basedOn + 1, by, at };
			const key = keys.overlay(guildId);
			const touched = [key, keys.overlayHistory(guildId)];
			const theirs = await SAVE(redis, touched, [entry, String(basedOn), JSON.stringify(wording)]);
			if (theirs === null) return { kind: 'saved', wording };
			if (theirs === '') return { kind: 'overtaken', theirs: undefined };
			return { kind: 'overtaken', theirs: parseStored(storedWording, `${key} ${entry}`, String(theirs)) };
		},
	};
}
