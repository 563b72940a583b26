import { type Snowflake, snowflake } from '../core/snowflake.ts';
import * as keys from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';

/** Carries the news that a server's wordings changed to every process of Gutsy. */
export interface ChangeFeed {
	announce(guildId: Snowflake): Promise<void>;
}

interface Dependencies {
	redis: RedisClient;
	/** A connection of its own: one that listens can do nothing else. */
	listener: RedisClient;
	/** Without a server: news may have been missed while the connection was down, so everything may have changed. */
	onChange(guildId?: Snowflake): void;
}

export async function openChangeFeed({ redis, listener, onChange }: Dependencies): Promise<ChangeFeed> {
	listener.on('message', (_channel, message: string) => {
		const guildId = snowflake.safeParse(message);
		if (guildId.success) onChange(guildId.data);
	});
	listener.on('ready', () => onChange());
	await listener.subscribe(keys.OVERLAY_CHANGED);
	return {
		async announce(guildId) {
			await redis.publish(keys.OVERLAY_CHANGED, guildId);
		},
	};
}
