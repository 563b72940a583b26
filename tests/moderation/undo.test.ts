import { describe, expect, test } from 'vitest';
import type { OverlayStore } from '../../src/moderation/overlay-store.ts';
import type { Revision } from '../../src/moderation/stored-state.ts';
import { undoItems } from '../../src/moderation/undo.ts';
import { useRedis } from '../support/redis.ts';
import { aChange, anEdit, anOverlay, GUILD } from './an-overlay.ts';
import { presentVersions } from './present-versions.ts';

const redis = useRedis();

async function revision(store: OverlayStore, n: number): Promise<Revision[]> {
	const found = await store.revision(GUILD, n);
	if (found === undefined) throw new Error(`There is no revision ${n}`);
	return [found];
}

const title = async (store: OverlayStore, entry = 'gut') => (await store.state(GUILD, entry))?.texts?.title;

describe('undo', () => {
	test('brings back what stood before, as a revision that says so', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'One')]));
		await store.commit(GUILD, aChange('b', [anEdit('gut', 1, 'Two')]));
		await store.commit(GUILD, aChange('c', undoItems(await revision(store, 2))));
		expect(await title(store)).toBe('One');
		expect(await store.revision(GUILD, 3)).toMatchObject({ kind: 'undo', undoes: 2, after: { version: 3 } });
	});

	test('can itself be undone, and that again', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'One')]));
		await store.commit(GUILD, aChange('b', [anEdit('gut', 1, 'Two')]));
		const seen: unknown[] = [];
		for (const n of [2, 3, 4]) {
			await store.commit(GUILD, aChange(`undo-${n}`, undoItems(await revision(store, n))));
			seen.push(await title(store));
		}
		expect(seen).toEqual(['One', 'Two', 'One']);
	});

	test('of the first revision leaves nothing of the server’s own, and keeps counting', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'One')]));
		await store.commit(GUILD, aChange('b', undoItems(await revision(store, 1))));
		const state = await store.state(GUILD, 'gut');
		expect(state).not.toHaveProperty('texts');
		expect(state?.version).toBe(2);
	});

	test('is overtaken by whatever came since, unless somebody wants it all the same', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'One')]));
		await store.commit(GUILD, aChange('b', [anEdit('gut', 1, 'Two')]));
		await store.commit(GUILD, aChange('c', [anEdit('gut', 2, 'Three')]));
		const second = await revision(store, 2);
		expect(await store.commit(GUILD, aChange('d', undoItems(second)))).toMatchObject({
			kind: 'overtaken',
			entries: [{ entry: 'gut', theirs: { texts: { title: 'Three' }, version: 3 } }],
		});
		const present = await presentVersions(store, GUILD, second);
		expect(await store.commit(GUILD, aChange('e', undoItems(second, present)))).toMatchObject({
			kind: 'saved',
		});
		expect(await title(store)).toBe('One');
	});

	test('of an import takes all its entries back or none', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'Before')]));
		const items = [anEdit('gut', 1, 'In'), anEdit('new', 0, 'In'), anEdit('sleep', 0, 'In')];
		await store.commit(GUILD, aChange('import', items));
		await store.commit(GUILD, aChange('b', [anEdit('sleep', 1, 'Since')]));
		const imported = await store.revisionsOf(GUILD, 'import');
		expect(await store.commit(GUILD, aChange('c', undoItems(imported)))).toMatchObject({
			kind: 'overtaken',
			entries: [{ entry: 'sleep' }],
		});
		expect(await title(store)).toBe('In');
		const present = await presentVersions(store, GUILD, imported);
		await store.commit(GUILD, aChange('d', undoItems(imported, present)));
		const now = await Promise.all(['gut', 'new', 'sleep'].map((entry) => title(store, entry)));
		expect(now).toEqual(['Before', undefined, undefined]);
		expect((await store.revisionsOf(GUILD, 'd')).map(({ undoes }) => undoes)).toEqual([2, 3, 4]);
	});
});
