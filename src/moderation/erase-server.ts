import { z } from 'zod';
import type { Snowflake } from '../core/snowflake.ts';
import * as keys from '../redis/keys.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';

const ERASE = defineScript({
	lua: `
-- KEYS: how often the answers changed, what goes
for i = 2, #KEYS do redis.call('DEL', KEYS[i]) end
redis.call('INCR', KEYS[1])`,
});

const namedKeys = z.object({ entry: z.string(), change: z.string() });

/**
 * Deletes all that moderators made in a server: answers, history, drafts, settings, test questions, inbox; in one step.
 * What has an end of its own anyway (counts, forms that wait) is left to it. Every process learns that the answers changed.
 */
export async function eraseServer(redis: RedisClient, guildId: Snowflake): Promise<void> {
	const named = (await redis.hvals(keys.revisions(guildId))).flatMap((raw) => namesIn(guildId, raw));
	await ERASE(
		redis,
		[
			// It goes on counting, or a process that has the old answers in memory would take later ones for older.
			keys.overlayVersion(guildId),
			keys.overlay(guildId),
			keys.revisions(guildId),
			keys.overlayHistory(guildId),
			keys.drafts(guildId),
			keys.decisions(guildId),
			keys.decisionNews(guildId),
			keys.settings(guildId),
			keys.testQuestions(guildId),
			keys.inbox(guildId),
			...new Set(named),
		],
		[],
	);
	await redis.srem(keys.inboxPlaces(), guildId);
	await redis.publish(keys.OVERLAY_CHANGED, guildId);
}

function namesIn(guildId: Snowflake, raw: string): string[] {
	const parsed = namedKeys.safeParse(jsonIn(raw));
	if (!parsed.success) return [];
	const { entry, change } = parsed.data;
	return [keys.revisionsOf(guildId, entry), keys.changeRevisions(guildId, change)];
}

function jsonIn(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		return undefined;
	}
}

const DAY_MS = 86_400_000;

/** Whether questions were answered in the server within the last so many days, today included. */
export async function isInUse(
	redis: RedisClient,
	guildId: Snowflake,
	days: number,
	now: number,
): Promise<boolean> {
	const today = Math.floor(now / DAY_MS);
	const counts = Array.from({ length: days }, (_none, ago) => keys.answerStats(guildId, today - ago));
	return (await redis.exists(...counts)) > 0;
}
