import { describe, expect, test } from 'vitest';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, aChange, anEdit, anOverlay, BEN, GUILD, someTexts } from './an-overlay.ts';

const redis = useRedis();

const titles = async () => {
	const { states } = await anOverlay(redis.client).store.read(GUILD);
	return Object.fromEntries([...states].map(([entry, { texts }]) => [entry, texts?.title]));
};

describe('a server’s overlay', () => {
	test('is read as it was committed, by its own server only', async () => {
		const { store } = anOverlay(redis.client);
		const change = aChange('a', [anEdit('gut', 0, 'Ours')]);
		expect(await store.commit(GUILD, change)).toEqual({ kind: 'saved', version: 1 });
		expect(await store.state(GUILD, 'gut')).toEqual({
			texts: someTexts('Ours'),
			version: 1,
			by: ANNA,
			at: 1_700_000_000_000,
		});
		expect((await store.read(GUILD)).version).toBe(1);
		expect(await store.read('901')).toEqual({ version: 0, states: new Map() });
		expect(await store.history('901', { most: 9 })).toEqual({ revisions: [], next: undefined });
	});

	test('keeps that an entry is hidden, reviewed later, or deleted', async () => {
		const { store } = anOverlay(redis.client);
		const items = [
			{ entry: 'gut', basedOn: 0, state: { hidden: true }, kind: 'hide' },
			{ entry: 'sleep', basedOn: 0, state: { reviewBy: '2027-05-01' }, kind: 'review' },
			{ entry: 'our-own', basedOn: 0, state: {}, kind: 'delete' },
		] as const;
		await store.commit(GUILD, aChange('a', items));
		expect(await store.state(GUILD, 'gut')).toMatchObject({ hidden: true, version: 1 });
		expect(await store.state(GUILD, 'sleep')).toMatchObject({ reviewBy: '2027-05-01' });
		expect(await store.state(GUILD, 'our-own')).toEqual({ version: 1, by: ANNA, at: 1_700_000_000_000 });
	});

	test('counts its commits, not its entries', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'A'), anEdit('sleep', 0, 'B')]));
		await store.commit(GUILD, aChange('b', [anEdit('gut', 1, 'C')]));
		expect(await store.version(GUILD)).toBe(2);
	});

	test('takes all of a change or nothing, and names each entry that is in the way', async () => {
		const { store } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'Theirs'), anEdit('sleep', 0, 'Also')]));
		const items = [
			anEdit('gut', 0, 'X'),
			anEdit('food', 0, 'Y'),
			anEdit('sleep', 4, 'Z'),
			anEdit('lost', 2, 'W'),
		];
		expect(await store.commit(GUILD, aChange('b', items, { by: BEN }))).toEqual({
			kind: 'overtaken',
			entries: [
				{ entry: 'gut', theirs: expect.objectContaining({ texts: someTexts('Theirs'), version: 1 }) },
				{ entry: 'sleep', theirs: expect.objectContaining({ texts: someTexts('Also') }) },
				{ entry: 'lost', theirs: undefined },
			],
		});
		expect(await titles()).toEqual({ gut: 'Theirs', sleep: 'Also' });
		expect(await store.version(GUILD)).toBe(1);
		expect((await store.history(GUILD, { most: 9 })).revisions).toHaveLength(2);
		expect(await store.revisionsOf(GUILD, 'b')).toEqual([]);
	});

	test('lets one of two moderators win, and shows the other what stands now', async () => {
		const { store } = anOverlay(redis.client);
		const outcomes = await Promise.all([
			store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'Mine')])),
			store.commit(GUILD, aChange('b', [anEdit('gut', 0, 'Yours')], { by: BEN })),
		]);
		expect(outcomes).toMatchObject([
			{ kind: 'saved', version: 1 },
			{ kind: 'overtaken', entries: [{ entry: 'gut', theirs: { texts: { title: 'Mine' } } }] },
		]);
		expect((await store.history(GUILD, { most: 9 })).revisions).toHaveLength(1);
	});

	test('takes the same change once, however often it is tried', async () => {
		const { store } = anOverlay(redis.client);
		const change = aChange('a', [anEdit('gut', 0, 'Ours')]);
		const outcomes = await Promise.all([1, 2, 3].map(() => store.commit(GUILD, change)));
		await store.commit(GUILD, aChange('b', [anEdit('gut', 1, 'Newer')]));
		expect(outcomes.toSorted((one, other) => (one.kind < other.kind ? 1 : -1))).toEqual([
			{ kind: 'saved', version: 1 },
			{ kind: 'again', version: 1 },
			{ kind: 'again', version: 1 },
		]);
		expect(await store.commit(GUILD, change)).toEqual({ kind: 'again', version: 2 });
		expect(await titles()).toEqual({ gut: 'Newer' });
		expect((await store.history(GUILD, { most: 9 })).revisions).toHaveLength(2);
	});

	test('takes 500 entries at once and refuses beyond 600 in all, but still changes those it has', async () => {
		const { store } = anOverlay(redis.client);
		const many = (from: number, count: number) =>
			Array.from({ length: count }, (_none, index) => anEdit(`own-${from + index}`, 0, 'Own'));
		expect(await store.commit(GUILD, aChange('a', many(0, 500)))).toEqual({ kind: 'saved', version: 1 });
		expect(await store.commit(GUILD, aChange('b', many(500, 101)))).toEqual({ kind: 'full' });
		expect((await store.read(GUILD)).states.size).toBe(500);
		expect(await store.commit(GUILD, aChange('c', many(500, 100)))).toMatchObject({ kind: 'saved' });
		expect(await store.commit(GUILD, aChange('d', [anEdit('own-7', 1, 'New')]))).toMatchObject({
			kind: 'saved',
		});
		expect(await store.commit(GUILD, aChange('e', many(600, 1)))).toEqual({ kind: 'full' });
	});

	test('has room again for as many as were deleted, whose histories stay', async () => {
		const { store } = anOverlay(redis.client);
		const each = (from: number, count: number, item: (entry: string) => ReturnType<typeof anEdit>) =>
			Array.from({ length: count }, (_none, index) => item(`own-${from + index}`));
		const added = (entry: string) => anEdit(entry, 0, 'Own');
		const deleted = (entry: string) => ({ entry, basedOn: 1, state: {}, kind: 'delete' as const });
		await store.commit(GUILD, aChange('a', each(0, 500, added)));
		await store.commit(GUILD, aChange('b', each(500, 100, added)));
		await store.commit(GUILD, aChange('c', each(0, 10, deleted)));
		expect(await store.commit(GUILD, aChange('d', each(600, 11, added)))).toEqual({ kind: 'full' });
		expect(await store.commit(GUILD, aChange('e', each(600, 10, added)))).toMatchObject({ kind: 'saved' });
		const back = each(0, 1, (entry) => anEdit(entry, 2, 'Back'));
		expect(await store.commit(GUILD, aChange('f', back))).toEqual({ kind: 'full' });
		expect(await store.state(GUILD, 'own-0')).toMatchObject({ version: 2 });
	});

	test('names all of 500 entries that were overtaken', async () => {
		const { store } = anOverlay(redis.client);
		const many = Array.from({ length: 500 }, (_none, index) => anEdit(`own-${index}`, 0, 'Own'));
		await store.commit(GUILD, aChange('a', many));
		const outcome = await store.commit(GUILD, aChange('b', many));
		expect(outcome.kind === 'overtaken' && outcome.entries.map(({ entry }) => entry)).toEqual(
			many.map(({ entry }) => entry),
		);
	});

	test.each([
		['nothing', [], 'A change of nothing cannot be saved'],
		[
			'an entry twice',
			[anEdit('gut', 0, 'A'), anEdit('gut', 0, 'B')],
			'A change may name each entry once only',
		],
	])('takes no change of %s', async (_what, items, reason) => {
		const { store } = anOverlay(redis.client);
		await expect(store.commit(GUILD, aChange('a', items))).rejects.toThrow(reason);
		expect(await store.version(GUILD)).toBe(0);
	});

	test('keeps any text as it is', async () => {
		const { store } = anOverlay(redis.client);
		const texts = someTexts('“Quotes”, {braces} & ünïcödé 🍱', {
			answer: 'One\n```\\"two"\u2028%d',
			aliases: ['[]'],
		});
		await store.commit(GUILD, aChange('a', [{ entry: 'gut', basedOn: 0, state: { texts }, kind: 'edit' }]));
		await store.commit(GUILD, aChange('b', [anEdit('gut', 1, 'Plain')]));
		expect((await store.revision(GUILD, 2))?.before?.texts).toEqual(texts);
	});
});

const CORRUPT = [
	['no JSON', 'oops'],
	['no object', '7'],
	['another shape', '{"title":"x","version":4}'],
	['broken texts', `{"texts":{"title":""},"version":4,"by":"${ANNA}","at":1}`],
] as const;

describe('a state that is', () => {
	test.each(CORRUPT)('%s is reported by its key and left out', async (_what, raw) => {
		const { store, corrupt } = anOverlay(redis.client);
		await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'Ours')]));
		await redis.client.hset(keys.overlay(GUILD), 'sleep', raw);
		expect(await titles()).toEqual({ gut: 'Ours' });
		expect(await store.state(GUILD, 'sleep')).toBeUndefined();
		expect(corrupt).toEqual([expect.objectContaining({ key: `${keys.overlay(GUILD)} sleep` })]);
	});

	test.each(CORRUPT)('%s can be written over, and is no part of the history', async (_what, raw) => {
		const { store } = anOverlay(redis.client);
		await redis.client.hset(keys.overlay(GUILD), 'gut', raw);
		expect(await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'Ours')]))).toMatchObject({
			kind: 'saved',
		});
		expect(await titles()).toEqual({ gut: 'Ours' });
		const [revision] = (await store.history(GUILD, { most: 9 })).revisions;
		expect(revision).toMatchObject({ n: 1, after: { texts: { title: 'Ours' } } });
		expect(revision).not.toHaveProperty('before');
	});
});
