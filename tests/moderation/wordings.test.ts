import { describe, expect, test } from 'vitest';
import { createWordings } from '../../src/moderation/wordings.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();

function set() {
	const corrupt: unknown[] = [];
	return { corrupt, wordings: createWordings(redis.client, (error) => corrupt.push(error)) };
}

const change = {
	guildId: '1',
	entry: 'gut',
	basedOn: 0,
	title: 'Ours',
	answer: 'Our text.',
	by: '7',
	at: 1_000,
};

describe("servers' wordings", () => {
	test('are read as they were saved, by their own server only', async () => {
		const { wordings } = set();
		expect(await wordings.save(change)).toMatchObject({ kind: 'saved', wording: { version: 1 } });
		expect(await wordings.read('1')).toEqual(
			new Map([['gut', { title: 'Ours', answer: 'Our text.', version: 1, by: '7', at: 1_000 }]]),
		);
		expect(await wordings.read('2')).toEqual(new Map());
	});

	test('keep every earlier text, newest first', async () => {
		const { wordings } = set();
		await wordings.save(change);
		await wordings.save({ ...change, basedOn: 1, title: 'Better', by: '8' });
		const history = (await redis.client.lrange(keys.overlayHistory('1'), 0, -1)).map((raw) =>
			JSON.parse(raw),
		);
		expect(history).toMatchObject([
			{ entry: 'gut', before: { title: 'Ours', by: '7' }, after: { title: 'Better', by: '8' } },
			{ entry: 'gut', after: { title: 'Ours' } },
		]);
		expect(history[1]).not.toHaveProperty('before');
	});

	test('let one of two moderators win, and show the other what stands now', async () => {
		const { wordings } = set();
		const outcomes = await Promise.all([
			wordings.save({ ...change, title: 'Mine' }),
			wordings.save({ ...change, title: 'Yours' }),
		]);
		expect(outcomes).toMatchObject([{ kind: 'saved' }, { kind: 'overtaken', theirs: { title: 'Mine' } }]);
		expect(await redis.client.llen(keys.overlayHistory('1'))).toBe(1);
	});

	test('notice that the text one started from is gone', async () => {
		expect(await set().wordings.save({ ...change, basedOn: 3 })).toEqual({
			kind: 'overtaken',
			theirs: undefined,
		});
	});

	test.each([
		['no JSON', 'oops'],
		['another shape', '{"title":"x"}'],
	])('report a value that is %s by its key and keep the others', async (_what, raw) => {
		const { wordings, corrupt } = set();
		await wordings.save(change);
		await redis.client.hset(keys.overlay('1'), 'sleep', raw);
		expect([...(await wordings.read('1')).keys()]).toEqual(['gut']);
		expect(corrupt).toEqual([expect.objectContaining({ key: 'gutsy:{g1}:overlay sleep' })]);
	});

	test.each(['oops', '7', '{"title":"x","version":4}'])(
		'can be written over %s, which cannot be read',
		async (raw) => {
			const { wordings } = set();
			await redis.client.hset(keys.overlay('1'), 'gut', raw);
			expect(await wordings.save(change)).toMatchObject({ kind: 'saved' });
			expect((await wordings.read('1')).get('gut')?.title).toBe('Ours');
		},
	);
});
