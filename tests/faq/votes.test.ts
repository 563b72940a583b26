import { beforeEach, describe, expect, test } from 'vitest';
import { createVotes, type Vote, type Votes } from '../../src/faq/votes.ts';
import { shareKeyedHash } from '../../src/redis/hash-key.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const ANNA = '111111111111111111';
const BEN = '222222222222222222';

let votes: Votes;
beforeEach(() => {
	votes = createVotes(redis.client, shareKeyedHash(redis.client, undefined));
});

const cast = (memberId: string, vote: Vote, entry = 'sugar') =>
	votes.cast({ guildId: '900', memberId, entry, vote });
const castOutside = (memberId: string, vote: Vote, entry = 'sugar') =>
	votes.cast({ guildId: undefined, memberId, entry, vote });

/** Every key, field and value that is stored, as one text. */
async function everything(): Promise<string> {
	const parts: unknown[] = [];
	for (const key of await redis.client.keys('*')) {
		const type = await redis.client.type(key);
		parts.push(
			key,
			type === 'hash'
				? await redis.client.hgetall(key)
				: type === 'set'
					? await redis.client.smembers(key)
					: '',
		);
	}
	return JSON.stringify(parts);
}

describe('votes', () => {
	test('are counted by entry', async () => {
		await cast(ANNA, 'helpful');
		await cast(BEN, 'unhelpful');
		await cast(BEN, 'helpful', 'sleep-hours');
		expect(await votes.tallies('900')).toEqual(
			new Map([
				['sugar', { helpful: 1, unhelpful: 1 }],
				['sleep-hours', { helpful: 1, unhelpful: 0 }],
			]),
		);
	});

	test('are one a member, the last one cast', async () => {
		for (const vote of ['helpful', 'helpful', 'unhelpful', 'unhelpful'] as const) await cast(ANNA, vote);
		expect((await votes.tallies('900')).get('sugar')).toEqual({ helpful: 0, unhelpful: 1 });
	});

	test('of one server are not those of another, nor of direct messages', async () => {
		await cast(ANNA, 'helpful');
		await castOutside(ANNA, 'unhelpful');
		expect((await votes.tallies('901')).size).toBe(0);
		expect((await votes.tallies(undefined)).get('sugar')).toEqual({ helpful: 0, unhelpful: 1 });
	});

	test('do not say whose they are', async () => {
		await cast(ANNA, 'helpful');
		expect(await everything()).not.toContain(ANNA);
	});

	test('of a member can be listed for that member', async () => {
		await cast(ANNA, 'helpful');
		await castOutside(ANNA, 'unhelpful', 'sleep-hours');
		await cast(BEN, 'unhelpful');
		const own = await votes.of(ANNA);
		expect(own).toHaveLength(2);
		expect(own).toEqual(
			expect.arrayContaining([
				{ guildId: '900', entry: 'sugar', vote: 'helpful' },
				{ guildId: undefined, entry: 'sleep-hours', vote: 'unhelpful' },
			]),
		);
	});

	test('can be forgotten: the counts go back and nothing of the member stays', async () => {
		await cast(BEN, 'helpful');
		const before = await everything();
		await cast(ANNA, 'helpful');
		await castOutside(ANNA, 'unhelpful', 'sleep-hours');
		expect(await votes.forget(ANNA)).toBe(2);
		expect(await votes.of(ANNA)).toEqual([]);
		expect((await votes.tallies('900')).get('sugar')).toEqual({ helpful: 1, unhelpful: 0 });
		expect((await everything()).length).toBeGreaterThanOrEqual(before.length);
		expect(await redis.client.hlen('gutsy:{v900}:voters')).toBe(1);
		expect(await redis.client.exists('gutsy:{voutside}:voters')).toBe(0);
	});

	test('a corrupt count does not take the others down', async () => {
		await cast(ANNA, 'helpful');
		await redis.client.hset('gutsy:{v900}:votes', 'sleep-hours:h', 'many', 'what:ever:else', '1');
		expect([...(await votes.tallies('900')).keys()]).toEqual(['sugar']);
	});
});

describe('the key of the hashes', () => {
	test('is made once and shared by all processes', async () => {
		const [one, other] = await Promise.all(
			[1, 2].map(async () => (await shareKeyedHash(redis.client, undefined)())('vote', '900', ANNA)),
		);
		expect(one).toBe(other);
		expect(one).toMatch(/^[\w-]{22}$/);
	});

	test('is the operator’s where one is given, and then not stored', async () => {
		const given = shareKeyedHash(redis.client, 'k'.repeat(32));
		const made = shareKeyedHash(redis.client, undefined);
		expect((await given())('vote', '900', ANNA)).not.toBe((await made())('vote', '900', ANNA));
		await redis.client.flushall();
		await (await given())('vote');
		expect(await redis.client.keys('*')).toEqual([]);
	});

	test('names a member differently in each place and for each purpose', async () => {
		const hash = await shareKeyedHash(redis.client, undefined)();
		const names = [hash('vote', '900', ANNA), hash('vote', '901', ANNA), hash('inbox', '900', ANNA)];
		expect(new Set(names).size).toBe(3);
	});
});
