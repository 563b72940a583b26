import { describe, expect, test } from 'vitest';
import { replay, undoItems } from '../../src/moderation/undo.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, aChange, anEdit, anOverlay, BEN, GUILD } from './an-overlay.ts';

const redis = useRedis();

/** As a server's wordings were kept when there were titles and answers only. */
const first = { title: 'One', answer: 'Text.', version: 1, by: ANNA, at: 1_700_000_000_000 };
const second = { title: 'Two', answer: 'Text.', version: 2, by: BEN, at: 1_700_000_001_000 };

async function aFormerServer() {
	await redis.client.hset(keys.overlay(GUILD), 'gut', JSON.stringify(second));
	await redis.client.rpush(
		keys.overlayHistory(GUILD),
		JSON.stringify({ entry: 'gut', after: second, before: first }),
		JSON.stringify({ entry: 'gut', after: first }),
	);
	return anOverlay(redis.client);
}

const now = ({ title, answer, ...rest }: typeof first, topic = 'food') => ({
	...rest,
	texts: { title, answer, aliases: ['belly'], topic },
});

describe('what was kept before there were revisions', () => {
	test('is read with the shipped aliases and topic', async () => {
		const { store, corrupt } = await aFormerServer();
		expect(await store.state(GUILD, 'gut')).toEqual(now(second));
		expect(corrupt).toEqual([]);
	});

	test('is history, oldest first, taken over once', async () => {
		const { store } = await aFormerServer();
		const pages = await Promise.all([1, 2, 3].map(() => store.history(GUILD, { entry: 'gut', most: 9 })));
		for (const { revisions } of pages)
			expect(revisions).toEqual([
				expect.objectContaining({ n: 2, kind: 'edit', by: BEN, before: now(first), after: now(second) }),
				expect.objectContaining({ n: 1, kind: 'edit', by: ANNA, at: first.at, after: now(first) }),
			]);
		expect(await redis.client.exists(keys.overlayHistory(GUILD))).toBe(0);
	});

	test('goes on with the next change, and can be undone', async () => {
		const { store } = await aFormerServer();
		expect(await store.commit(GUILD, aChange('a', [anEdit('gut', 2, 'Three')]))).toMatchObject({
			kind: 'saved',
		});
		const [third, former] = (await store.history(GUILD, { most: 9 })).revisions;
		expect(third?.before).toEqual(now(second));
		await store.commit(GUILD, aChange('b', undoItems(third ? [third] : [])));
		expect((await store.state(GUILD, 'gut'))?.texts?.title).toBe('Two');
		const items = undoItems(former ? [former] : [], new Map([['gut', 4]]));
		await store.commit(GUILD, aChange('c', items));
		expect((await store.state(GUILD, 'gut'))?.texts?.title).toBe('One');
		const { revisions } = await store.history(GUILD, { most: 9 });
		expect(replay(revisions)).toEqual((await store.read(GUILD)).states);
	});

	test('stays where it is when it cannot be read, and hinders nothing', async () => {
		const { store, corrupt } = await aFormerServer();
		await redis.client.lpush(keys.overlayHistory(GUILD), 'oops');
		const { revisions } = await store.history(GUILD, { most: 9 });
		expect(revisions.map(({ n }) => n)).toEqual([2, 1]);
		expect(await redis.client.lrange(keys.overlayHistory(GUILD), 0, -1)).toEqual(['oops']);
		expect(corrupt).toEqual([expect.objectContaining({ key: keys.overlayHistory(GUILD) })]);
	});
});
