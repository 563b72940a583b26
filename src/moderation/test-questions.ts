import { z } from 'zod';
import { entryId } from '../core/entry-texts.ts';
import type { Snowflake } from '../core/snowflake.ts';
import { addField } from '../redis/add-field.ts';
import { testQuestions } from '../redis/keys.ts';
import { parseStored } from '../redis/parse-stored.ts';
import type { RedisClient } from '../redis/redis-client.ts';
import { curator } from './curator.ts';
import { wordsId } from './words-id.ts';

/** A question and the entry that should answer it, by which moderators notice what a change does. */
export const testQuestion = z.strictObject({
	question: z.string().min(1),
	expect: entryId,
	by: curator,
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

export function createTestQuestions(redis: RedisClient, onCorrupt: (error: unknown) => void): TestQuestions {
	return {
		async add(guildId, question) {
			const field = wordsId(question.question);
			const value = JSON.stringify(question);
			return addField(redis, testQuestions(guildId), { field, value, most: MOST_TEST_QUESTIONS });
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
