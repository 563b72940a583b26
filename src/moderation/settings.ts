import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { settings } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';

/** How the moderators of a server want to work. */
export const storedSettings = z.strictObject({
	/** Its members curate as those with “Manage Server” do. */
	moderatorRole: snowflake.optional(),
	/** Where every change is told. */
	auditChannel: snowflake.optional(),
	/** Whether a change waits for a second moderator. */
	approval: z.boolean(),
});

export type Settings = z.infer<typeof storedSettings>;

export interface SettingsStore {
	read(guildId: Snowflake): Promise<Settings>;
	/**
	 * Replaces what is given; `null` takes it away. What others change meanwhile is kept.
	 *
	 * @throws Error when others change them faster than this can.
	 */
	change(guildId: Snowflake, changes: SettingsChange): Promise<Settings>;
}

export interface SettingsChange {
	readonly moderatorRole?: Snowflake | null | undefined;
	readonly auditChannel?: Snowflake | null | undefined;
	readonly approval?: boolean | undefined;
}

const AS_INSTALLED: Settings = { approval: false };

/** What cannot be read is reported, and taken as safely as can be: no further role, and a second moderator for every change. */
const CAUTIOUS: Settings = { approval: true };

// Only over what the change started from.
const REPLACE = defineScript({
	keys: 1,
	lua: `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`,
});

const MOST_TRIES = 20;

export function createSettings(redis: RedisClient, onCorrupt: (error: unknown) => void): SettingsStore {
	function parse(key: string, raw: string | null): Settings {
		if (raw === null) return AS_INSTALLED;
		try {
			return parseStored(storedSettings, key, raw);
		} catch (error) {
			onCorrupt(error);
			return CAUTIOUS;
		}
	}

	return {
		async read(guildId) {
			const key = settings(guildId);
			return parse(key, await redis.get(key));
		},
		async change(guildId, changes) {
			const key = settings(guildId);
			for (let tries = 0; tries < MOST_TRIES; tries++) {
				const raw = await redis.get(key);
				const after = changed(parse(key, raw), changes);
				if ((await REPLACE(redis, [key], [raw ?? '', JSON.stringify(after)])) === 1) return after;
			}
			throw new Error('The settings of a server change faster than they can be changed');
		},
	};
}

function changed(before: Settings, { moderatorRole, auditChannel, approval }: SettingsChange): Settings {
	return {
		moderatorRole: moderatorRole === undefined ? before.moderatorRole : (moderatorRole ?? undefined),
		auditChannel: auditChannel === undefined ? before.auditChannel : (auditChannel ?? undefined),
		approval: approval ?? before.approval,
	};
}
