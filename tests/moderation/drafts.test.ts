import { describe, expect, test } from 'vitest';
import { createDrafts } from '../../src/moderation/drafts.ts';
import type { Proposal } from '../../src/moderation/proposals.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, anEdit, GUILD } from './an-overlay.ts';

const redis = useRedis();
const NOW = Date.parse('2026-11-22T09:00Z');
const DAY = 86_400_000;

function set() {
	const corrupt: unknown[] = [];
	return { corrupt, drafts: createDrafts(redis.client, (error) => corrupt.push(error)) };
}

const aDraft = (id: string, at = NOW): Proposal => ({ id, items: [anEdit('gut', 2, 'Ours')], by: ANNA, at });

describe('drafts', () => {
	test('wait as they were written, oldest first, in their own server', async () => {
		const { drafts } = set();
		const [newer, older] = [aDraft('newer'), { ...aDraft('older', NOW - 1), question: 'is natto good' }];
		await drafts.add(GUILD, newer);
		await drafts.add(GUILD, older);
		expect(await drafts.list(GUILD, NOW)).toEqual([older, newer]);
		expect(await drafts.get(GUILD, 'older')).toEqual(older);
		expect(await drafts.get('901', 'older')).toBeUndefined();
		expect(await drafts.list('901', NOW)).toEqual([]);
	});

	test('are taken by one moderator only, however many try', async () => {
		const { drafts } = set();
		await drafts.add(GUILD, aDraft('a'));
		const taken = await Promise.all([1, 2, 3].map(() => drafts.remove(GUILD, 'a')));
		expect(taken).toEqual([true, false, false]);
		expect(await drafts.get(GUILD, 'a')).toBeUndefined();
	});

	test('are at most 100, and the same one twice is one', async () => {
		const { drafts } = set();
		for (let each = 0; each < 100; each++)
			expect(await drafts.add(GUILD, aDraft(`draft-${each}`))).toBe('added');
		expect(await drafts.add(GUILD, aDraft('one-more'))).toBe('full');
		expect(await drafts.add(GUILD, aDraft('draft-5'))).toBe('added');
		expect(await drafts.list(GUILD, NOW)).toHaveLength(100);
		await drafts.remove(GUILD, 'draft-5');
		expect(await drafts.add(GUILD, aDraft('one-more'))).toBe('added');
	});

	test('go after 90 days', async () => {
		const { drafts } = set();
		await drafts.add(GUILD, aDraft('old', NOW - 90 * DAY));
		await drafts.add(GUILD, aDraft('new', NOW - 90 * DAY + 1));
		expect((await drafts.list(GUILD, NOW)).map(({ id }) => id)).toEqual(['new']);
		expect(await redis.client.hkeys(keys.drafts(GUILD))).toEqual(['new']);
	});

	test.each(['oops', '{"id":"b"}', `{"id":"b","items":[],"by":"${ANNA}","at":1}`])(
		'that cannot be read are reported by their key and left out: %s',
		async (raw) => {
			const { drafts, corrupt } = set();
			await drafts.add(GUILD, aDraft('a'));
			await redis.client.hset(keys.drafts(GUILD), 'b', raw);
			expect((await drafts.list(GUILD, NOW)).map(({ id }) => id)).toEqual(['a']);
			expect(await drafts.get(GUILD, 'b')).toBeUndefined();
			const report = expect.objectContaining({ key: `${keys.drafts(GUILD)} b` });
			expect(corrupt).toEqual([report, report]);
		},
	);
});
