import { describe, expect, test } from 'vitest';
import { createTestQuestions } from '../../src/moderation/test-questions.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, BEN, GUILD } from './an-overlay.ts';

const redis = useRedis();

function set() {
	const corrupt: unknown[] = [];
	return { corrupt, questions: createTestQuestions(redis.client, (error) => corrupt.push(error)) };
}

const aQuestion = (question: string, at = 1) => ({ question, expect: 'gut', by: ANNA, at });

describe('test questions', () => {
	test('are listed oldest first, by their own server only', async () => {
		const { questions } = set();
		await questions.add(GUILD, aQuestion('is miso good', 2));
		await questions.add(GUILD, aQuestion('is natto good', 1));
		expect([...(await questions.list(GUILD)).values()]).toEqual([
			aQuestion('is natto good', 1),
			aQuestion('is miso good', 2),
		]);
		expect(await questions.list('901')).toEqual(new Map());
	});

	test('replace what was expected of the same words', async () => {
		const { questions } = set();
		await questions.add(GUILD, aQuestion('Is natto good?'));
		const again = { question: 'is NATTO good', expect: 'natto', by: BEN, at: 2 };
		await questions.add(GUILD, again);
		expect([...(await questions.list(GUILD)).values()]).toEqual([again]);
	});

	test('are taken away once', async () => {
		const { questions } = set();
		await questions.add(GUILD, aQuestion('is natto good'));
		const [id = ''] = (await questions.list(GUILD)).keys();
		expect([await questions.remove(GUILD, id), await questions.remove(GUILD, id)]).toEqual([true, false]);
		expect(await questions.list(GUILD)).toEqual(new Map());
	});

	test('are at most 200, of which each can still be replaced', async () => {
		const { questions } = set();
		for (let each = 0; each < 200; each++)
			expect(await questions.add(GUILD, aQuestion(`question ${each}`))).toBe('added');
		expect(await questions.add(GUILD, aQuestion('one more'))).toBe('full');
		expect(await questions.add(GUILD, aQuestion('Question 7!'))).toBe('added');
	});

	test.each(['oops', '{"question":""}'])('that cannot be read are reported and left out: %s', async (raw) => {
		const { questions, corrupt } = set();
		await questions.add(GUILD, aQuestion('is natto good'));
		await redis.client.hset(keys.testQuestions(GUILD), 'broken', raw);
		expect((await questions.list(GUILD)).size).toBe(1);
		expect(corrupt).toEqual([expect.objectContaining({ key: `${keys.testQuestions(GUILD)} broken` })]);
	});
});
