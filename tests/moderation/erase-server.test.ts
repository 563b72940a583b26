import { describe, expect, test } from 'vitest';
import { createDrafts } from '../../src/moderation/drafts.ts';
import { eraseServer, isInUse } from '../../src/moderation/erase-server.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, aChange, anEdit, anOverlay, GUILD } from './an-overlay.ts';

const redis = useRedis();
const DAY = 86_400_000;
const NOW = 20_000 * DAY + 5;
const OTHER = '901';

/** Has moderators of a server make one of everything. */
async function fill(guildId: string): Promise<void> {
	const { store } = anOverlay(redis.client);
	await store.commit(guildId, aChange('c1', [anEdit('gut', 0, 'Ours'), anEdit('own-one', 0, 'Own')]));
	await store.commit(guildId, aChange('c2', [anEdit('gut', 1, 'Newer')]));
	const fail = (error: unknown) => {
		throw error;
	};
	const draft = { id: 'd1', items: [anEdit('gut', 2, 'Draft')], by: ANNA, at: 5 };
	await createDrafts(redis.client, fail).add(guildId, draft);
	await redis.client.set(keys.settings(guildId), '{}');
	await redis.client.hset(keys.testQuestions(guildId), 'q', '{}');
	await redis.client.lpush(keys.overlayHistory(guildId), '{}');
	await redis.client.hset(keys.inbox(guildId), 'q', '{}');
	await redis.client.sadd(keys.inboxPlaces(), guildId);
}

const keysOf = (guildId: string) => redis.client.keys(`gutsy:{g${guildId}}:*`);

describe('a server that is erased', () => {
	test('keeps nothing but how often its answers changed, and others keep all of theirs', async () => {
		await fill(GUILD);
		await fill(OTHER);
		const before = await keysOf(OTHER);
		expect(before).toHaveLength(12);
		await eraseServer(redis.client, GUILD);
		expect(await keysOf(GUILD)).toEqual([keys.overlayVersion(GUILD)]);
		expect(new Set(await keysOf(OTHER))).toEqual(new Set(before));
		expect(await redis.client.smembers(keys.inboxPlaces())).toEqual([OTHER]);
	});

	test('has another version of its answers, so that no process takes those it remembers for the present ones', async () => {
		await fill(GUILD);
		const { store } = anOverlay(redis.client);
		const before = await store.version(GUILD);
		await eraseServer(redis.client, GUILD);
		const { version, states } = await store.read(GUILD);
		expect(version).toBeGreaterThan(before);
		expect(states.size).toBe(0);
	});

	test('may have had steps that cannot be read', async () => {
		await fill(GUILD);
		await redis.client.hset(keys.revisions(GUILD), '9', 'no step', '10', '{}');
		await eraseServer(redis.client, GUILD);
		expect(await keysOf(GUILD)).toEqual([keys.overlayVersion(GUILD)]);
	});
});

describe('isInUse()', () => {
	test.each([
		['today', 20_000, true],
		['on the first of those days', 19_971, true],
		['the day before them', 19_970, false],
	])('when a question was answered %s', async (_when, day, expected) => {
		await redis.client.hset(keys.answerStats(GUILD, day), 'asked', '1');
		expect(await isInUse(redis.client, GUILD, 30, NOW)).toBe(expected);
	});
});
