import { z } from 'zod';
import { entryId } from '../core/entry-texts.ts';
import { type Snowflake, snowflake } from '../core/snowflake.ts';
import { testQuestions } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { defineScript } from '../redis/script.ts';
import { wordsId } from './words-id.ts';

/** A question and the entry that should answer it, by which moderators notice what a change does. */
export const testQuestion = z.strictObject({
	question: z.string().min(1),
	expect: entryId,
	by: snowflake,
	at: z.int().nonnegative(),
});

export type TestQuestion = z.infer<typeof testQuestion>;

export interface TestQuestions {
	/** The same words replace what was expected of them before. `full` when there is no room for more. */
	add(guildId: Snowflake, question: TestQuestion): Promise<'added' | 'full'>;
	/** By id, oldest first. */
	list(guildId: Snowflake): Promise<ReadonlyMap<string, TestQuestion>>;
	remove(guildId: Snowflake, id: string): Promise<boolean>;
}

export const MOST_TEST_QUESTIONS = 200;

const ADD = defineScript({
	keys: 1,
	lua: `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 'full' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 'added'`,
});

const added = z.enum(['added', 'full']);

export function createTestQuestions(redis: RedisClient, onCorrupt: (error: unknown) => void): TestQuestions {
	return {
		async add(guildId, question) {
			const args = [wordsId(question.question), JSON.stringify(question), MOST_TEST_QUESTIONS];
			return added.parse(await ADD(redis, [testQuestions(guildId)], args));
		},
		async list(guildId) {
			const key = testQuestions(guildId);
			const found: [string, TestQuestion][] = [];
			for (const [id, raw] of Object.entries(await redis.hgetall(key))) {
				try {
					found.push([id, parseStored(testQuestion, `${key} ${id}`, raw)]);
				} catch (error) {
					onCorrupt(error);
				}
			}
			return new Map(found.sort(([, one], [, other]) => one.at - other.at));
		},
		remove: async (guildId, id) => (await redis.hdel(testQuestions(guildId), id)) === 1,
	};
}
