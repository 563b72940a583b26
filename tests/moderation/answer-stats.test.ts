import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { createAnswerStats } from '../../src/moderation/answer-stats.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { GUILD } from './an-overlay.ts';

const redis = useRedis();
const NOW = Date.parse('2026-11-22T09:00Z');
const DAY = 86_400_000;
const TODAY = Math.floor(NOW / DAY);

function set() {
	const time = { now: NOW };
	const failures: unknown[] = [];
	const stats = createAnswerStats({
		redis: redis.client,
		clock: () => time.now,
		onFailure: (error) => failures.push(error),
	});
	return { stats, time, failures };
}

describe('the counts of a server’s answers', () => {
	test('add up over days, today included', async () => {
		const { stats, time } = set();
		time.now = NOW - 7 * DAY;
		stats.count(GUILD, 'answer', 'gut');
		time.now = NOW - 6 * DAY;
		stats.count(GUILD, 'answer', 'gut');
		stats.count(GUILD, 'none', undefined);
		time.now = NOW;
		stats.count(GUILD, 'suggest', undefined);
		stats.count(GUILD, 'opened', 'sleep');
		stats.count(GUILD, 'care', undefined);
		stats.count(GUILD, undefined, 'gut');
		stats.countVote(GUILD, 'gut', 'helpful');
		stats.countVote(GUILD, 'gut', 'helpful');
		stats.countVote(GUILD, 'sleep', 'unhelpful');
		expect(await stats.read(GUILD, 7)).toEqual({
			helpful: new Map([['gut', 2]]),
			unhelpful: new Map([['sleep', 1]]),
			answer: 1,
			suggest: 1,
			none: 1,
			care: 1,
			opened: 1,
			shown: new Map([
				['gut', 2],
				['sleep', 1],
			]),
			daily: [2, 0, 0, 0, 0, 0, 2],
		});
	});

	test('are each server’s own, and nothing at first', async () => {
		const { stats } = set();
		stats.count(GUILD, 'answer', 'gut');
		const nothing = {
			answer: 0,
			suggest: 0,
			none: 0,
			care: 0,
			opened: 0,
			shown: new Map(),
			helpful: new Map(),
			unhelpful: new Map(),
			daily: [0],
		};
		expect(await stats.read('901', 1)).toEqual(nothing);
	});

	test('lose nothing when many count at once', async () => {
		const { stats } = set();
		for (let each = 0; each < 300; each++) stats.count(GUILD, 'answer', 'gut');
		expect(await stats.read(GUILD, 1)).toMatchObject({ answer: 300, shown: new Map([['gut', 300]]) });
	});

	test('go by themselves after 100 days, which is more than any report looks back', async () => {
		const { stats } = set();
		stats.count(GUILD, 'answer', 'gut');
		await stats.read(GUILD, 1);
		const left = await redis.client.ttl(keys.answerStats(GUILD, TODAY));
		expect(left).toBeGreaterThan(99 * 86_400);
		expect(left).toBeLessThanOrEqual(100 * 86_400);
	});

	test('pass over what is no number', async () => {
		const { stats } = set();
		await redis.client.hset(keys.answerStats(GUILD, TODAY), {
			answer: 'oops',
			none: '-4',
			strange: '5',
			care: '2',
		});
		expect(await stats.read(GUILD, 1)).toMatchObject({ answer: 0, none: 0, care: 2, daily: [2] });
	});

	test('are said to be missing when Redis is away, and never thrown at whoever answers', async () => {
		const away = new Redis({
			path: `${redis.socketPath}.none`,
			enableOfflineQueue: false,
			lazyConnect: true,
		});
		const failure = new Promise<unknown>((resolve) => {
			const stats = createAnswerStats({ redis: away, clock: () => NOW, onFailure: resolve });
			expect(stats.count(GUILD, 'answer', 'gut')).toBeUndefined();
		});
		away.on('error', () => undefined);
		expect(await failure).toBeInstanceOf(Error);
		away.disconnect();
	});
});
