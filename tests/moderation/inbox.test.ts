import { beforeEach, describe, expect, test } from 'vitest';
import { createInbox, type Inbox } from '../../src/moderation/inbox.ts';
import { shareKeyedHash } from '../../src/redis/hash-key.ts';
import { CorruptValueError } from '../../src/redis/parse-stored.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const NOW = Date.parse('2026-11-22T09:00Z');
const DAY = 86_400_000;
const ANNA = '111111111111111111';

let inbox: Inbox;
let now = NOW;
const corrupt: unknown[] = [];
beforeEach(() => {
	now = NOW;
	corrupt.length = 0;
	inbox = createInbox({
		redis: redis.client,
		hash: shareKeyedHash(redis.client, 'k'.repeat(32)),
		onCorrupt: (error) => corrupt.push(error),
		clock: () => now,
	});
});

const send = (text: string, memberId = ANNA, guildId = '900') => inbox.send({ guildId, memberId, text, now });
const listed = async (guildId = '900') => [...(await inbox.list(guildId)).values()];

describe('the inbox', () => {
	test('keeps what was sent, and when, and not by whom', async () => {
		expect(await send('is “natto” good? 🍱')).toBe('sent');
		expect(await listed()).toEqual([{ text: 'is “natto” good? 🍱', times: 1, at: NOW }]);
		const stored = await Promise.all(
			(await redis.client.keys('gutsy:{g*')).map(async (key) => [key, await redis.client.hgetall(key)]),
		);
		expect(JSON.stringify(stored)).not.toContain(ANNA);
	});

	test('counts the same words once, in the latest spelling', async () => {
		await send('Is natto good?');
		now += 1_000;
		await send('is NATTO good', '222222222222222222');
		expect(await listed()).toEqual([{ text: 'is NATTO good', times: 2, at: NOW + 1_000 }]);
	});

	test('is each server’s own', async () => {
		await send('is natto good');
		expect(await listed('901')).toEqual([]);
	});

	test('takes five a day from one member, and more the next day and from others', async () => {
		const sendings = [];
		for (const each of [1, 2, 3, 4, 5, 6]) sendings.push(await send(`question ${each}`));
		expect(sendings).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'enough']);
		expect(await send('question 7', '222222222222222222')).toBe('sent');
		now += DAY;
		expect(await send('question 8')).toBe('sent');
	});

	test('takes 500 in all, and a repeated one even then', async () => {
		for (let each = 0; each < 500; each += 1)
			await redis.client.hset('gutsy:{g900}:inbox', `id${each}`, `{"text":"t","times":1,"at":${NOW}}`);
		expect(await send('one more')).toBe('full');
		await redis.client.hdel('gutsy:{g900}:inbox', 'id0');
		expect(await send('one more')).toBe('sent');
		expect(await send('one more!')).toBe('sent');
	});

	test('drops what has lain for half a year', async () => {
		await send('is natto good');
		now += 181 * DAY;
		expect(await listed()).toEqual([]);
		expect(await redis.client.exists('gutsy:{g900}:inbox')).toBe(0);
	});

	test('forgets who sent something, and keeps the questions', async () => {
		await send('is natto good');
		await send('is miso good', ANNA, '901');
		await send('is natto good', '222222222222222222');
		expect(await inbox.sentBy(ANNA)).toBe(2);
		now += DAY;
		expect(await inbox.forget(ANNA)).toBe(2);
		expect(await inbox.sentBy(ANNA)).toBe(0);
		expect(await inbox.sentBy('222222222222222222')).toBe(1);
		expect(await listed('901')).toHaveLength(1);
	});

	test('gives up a question that was dealt with', async () => {
		await send('is natto good');
		const [id = ''] = (await inbox.list('900')).keys();
		await inbox.remove('900', id);
		expect(await listed()).toEqual([]);
	});

	test('reports what cannot be read and shows the rest', async () => {
		await send('is natto good');
		await redis.client.hset('gutsy:{g900}:inbox', 'broken', '{"text":""}');
		expect(await listed()).toHaveLength(1);
		expect(corrupt).toEqual([expect.any(CorruptValueError)]);
	});
});
