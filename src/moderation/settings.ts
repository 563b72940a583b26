import { z } from 'zod';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { settings } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';

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
	/** Replaces what is given; `null` takes it away. */
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

export function createSettings(redis: RedisClient, onCorrupt: (error: unknown) => void): SettingsStore {
	async function read(guildId: Snowflake): Promise<Settings> {
		const key = settings(guildId);
		const raw = await redis.get(key);
		if (raw === null) return AS_INSTALLED;
		try {
			return parseStored(storedSettings, key, raw);
		} catch (error) {
			onCorrupt(error);
			return CAUTIOUS;
		}
	}

	return {
		read,
		async change(guildId, { moderatorRole, auditChannel, approval }) {
			const before = await read(guildId);
			const after: Settings = {
				moderatorRole: moderatorRole === undefined ? before.moderatorRole : (moderatorRole ?? undefined),
				auditChannel: auditChannel === undefined ? before.auditChannel : (auditChannel ?? undefined),
				approval: approval ?? before.approval,
			};
			await redis.set(settings(guildId), JSON.stringify(after));
			return after;
		},
	};
}
