import { describe, expect, test } from 'vitest';
import { createProposals, MOST_PROPOSALS } from '../../src/moderation/proposals.ts';
import * as keys from '../../src/redis/keys.ts';
import { CorruptValueError } from '../../src/redis/parse-stored.ts';
import { useRedis } from '../support/redis.ts';
import { ANNA, anEdit, GUILD } from './an-overlay.ts';

const redis = useRedis();

function set() {
	let made = 0;
	return createProposals(redis.client, () => `p${++made}`);
}

const proposed = { items: [anEdit('gut', 0, 'Ours')], by: ANNA, at: 1_700_000_000_000 };

describe('proposals', () => {
	test('are found again by id, in their own server only', async () => {
		const proposals = set();
		expect(await proposals.put(GUILD, proposed)).toEqual({ ...proposed, id: 'p1' });
		expect(await proposals.put(GUILD, proposed)).toMatchObject({ id: 'p2' });
		expect(await proposals.get(GUILD, 'p1')).toEqual({ ...proposed, id: 'p1' });
		expect(await proposals.get('901', 'p1')).toBeUndefined();
	});

	test('go by themselves after an hour, or when they are dropped', async () => {
		const proposals = set();
		await proposals.put(GUILD, proposed);
		const left = await redis.client.ttl(keys.proposal(GUILD, 'p1'));
		expect(left).toBeGreaterThan(3_500);
		expect(left).toBeLessThanOrEqual(3_600);
		await proposals.drop(GUILD, 'p1');
		expect(await proposals.get(GUILD, 'p1')).toBeUndefined();
	});

	test('are no more than 100 at once in a server, until some are dropped or have ended', async () => {
		const proposals = set();
		const later = (ms: number) => ({ ...proposed, at: proposed.at + ms });
		await proposals.put(GUILD, later(-1_800_000));
		for (let more = 1; more < MOST_PROPOSALS; more++) await proposals.put(GUILD, proposed);
		expect(await proposals.put(GUILD, proposed)).toBe('full');
		expect(await proposals.put('901', proposed)).toMatchObject({ by: ANNA });
		await proposals.drop(GUILD, 'p7');
		expect(await proposals.put(GUILD, proposed)).toMatchObject({ by: ANNA });
		expect(await proposals.put(GUILD, proposed)).toBe('full');
		expect(await proposals.put(GUILD, later(1_800_000))).toMatchObject({ by: ANNA });
		expect(await proposals.put(GUILD, later(1_800_000))).toBe('full');
	});

	test('that cannot be read are an error that names the key', async () => {
		await redis.client.set(keys.proposal(GUILD, 'p1'), '{"id":"p1"}');
		const error = await set()
			.get(GUILD, 'p1')
			.catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(CorruptValueError);
		expect(error).toMatchObject({ key: keys.proposal(GUILD, 'p1') });
	});
});
