import { describe, expect, test } from 'vitest';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, aChange, anEdit, anOverlay, BEN, GUILD, someTexts } from './an-overlay.ts';

const redis = useRedis();

/** Seven revisions: of `gut` the first, third, fifth and seventh. */
async function aHistory() {
	const made = anOverlay(redis.client);
	for (let n = 1; n <= 7; n++) {
		const entry = n % 2 === 1 ? 'gut' : 'sleep';
		await made.store.commit(GUILD, aChange(`c${n}`, [anEdit(entry, Math.ceil(n / 2) - 1, `Title ${n}`)]));
	}
	return made;
}

describe('the history', () => {
	test('says who changed what, when and together with what', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'One'), anEdit('sleep', 0, 'Two')]));
		const second = aChange('b', [{ ...anEdit('gut', 1, 'Three'), kind: 'import' }], {
			by: BEN,
			at: 5,
			approvedBy: ANNA,
		});
		await store.commit(GUILD, second);
		expect(await store.revision(GUILD, 3)).toEqual({
			n: 3,
			change: 'b',
			entry: 'gut',
			kind: 'import',
			before: { texts: someTexts('One'), version: 1, by: ANNA, at: 1_700_000_000_000 },
			after: { texts: someTexts('Three'), version: 2, by: BEN, at: 5 },
			by: BEN,
			at: 5,
			approvedBy: ANNA,
		});
		expect((await store.revisionsOf(GUILD, 'a')).map(({ entry }) => entry)).toEqual(['gut', 'sleep']);
		expect(await store.revision(GUILD, 4)).toBeUndefined();
	});

	test.each([
		['of all', undefined, [[7, 6, 5], [4, 3, 2], [1]]],
		['of one entry', 'gut', [[7, 5, 3], [1]]],
		['of an entry that was never changed', 'food', [[]]],
	])('comes in pages, newest first: %s', async (_what, entry, pages) => {
		const { store } = await aHistory();
		const found: number[][] = [];
		let before: number | undefined;
		do {
			const page = await store.history(GUILD, { entry, before, most: 3 });
			found.push(page.revisions.map(({ n }) => n));
			before = page.next;
		} while (before !== undefined);
		expect(found).toEqual(pages);
	});

	test('has no next page when the last one is just full', async () => {
		const { store } = await aHistory();
		expect((await store.history(GUILD, { entry: 'gut', most: 4 })).next).toBeUndefined();
	});

	test('reports a revision that cannot be read by its key, and shows the others', async () => {
		const { store, corrupt } = await aHistory();
		await redis.client.hset(keys.revisions(GUILD), '6', '{"n":6}');
		const { revisions } = await store.history(GUILD, { most: 3 });
		expect(revisions.map(({ n }) => n)).toEqual([7, 5]);
		expect(corrupt).toEqual([expect.objectContaining({ key: `${keys.revisions(GUILD)} 6` })]);
	});
});
