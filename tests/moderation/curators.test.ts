import { describe, expect, test } from 'vitest';
import { createKeyedHash } from '../../src/core/keyed-hash.ts';
import { createCurators } from '../../src/moderation/curators.ts';
import { createDecisions } from '../../src/moderation/decisions.ts';
import { createDrafts } from '../../src/moderation/drafts.ts';
import { createProposals } from '../../src/moderation/proposals.ts';
import { createTestQuestions } from '../../src/moderation/test-questions.ts';
import * as keys from '../../src/redis/keys.ts';
import { useRedis } from '../support/redis.ts';
import { everythingIn } from '../support/whole-store.ts';
import { ANNA, aChange, anEdit, anOverlay, BEN, GUILD } from './an-overlay.ts';

const redis = useRedis();
const AT = 1_700_000_000_000;
const OTHER = '901';

const fail = (error: unknown) => {
	throw error;
};

/** Everything in which a moderator leaves their id, in two servers, with Ben beside Anna. */
async function worked() {
	const { client } = redis;
	const curators = createCurators(client, async () => createKeyedHash('key'));
	for (const guildId of [GUILD, OTHER])
		for (const memberId of [ANNA, BEN]) await curators.enter(guildId, memberId);
	const { store } = anOverlay(client);
	await store.commit(GUILD, aChange('a', [anEdit('gut', 0, 'Anna’s')]));
	await store.commit(
		GUILD,
		aChange('b', [anEdit('gut', 1, 'Ben’s')], { by: BEN, approvedBy: ANNA, note: 'Fine' }),
	);
	await store.commit(OTHER, aChange('c', [anEdit('gut', 0, 'There')]));
	const drafts = createDrafts(client, fail);
	const draft = (id: string, by: string) => ({ id, items: [anEdit('sleep', 0, 'Waiting')], by, at: AT });
	await drafts.add(GUILD, draft('one', ANNA));
	await drafts.add(GUILD, draft('two', BEN));
	await drafts.add(GUILD, draft('three', ANNA));
	const decisions = createDecisions(client, fail);
	const decision = (by: string) => ({ kind: 'rejected' as const, name: 'edit', by, at: AT, items: [] });
	await decisions.reject(GUILD, { draft: 'two', author: BEN, decision: { ...decision(ANNA), note: 'No' } });
	await decisions.reject(GUILD, { draft: 'three', author: ANNA, decision: decision(BEN) });
	const tests = createTestQuestions(client, fail);
	await tests.add(GUILD, { question: 'why', expect: 'gut', by: ANNA, at: AT });
	const proposals = createProposals(client, () => 'preview-1');
	await proposals.put(GUILD, { items: [anEdit('gut', 2, 'Half')], by: ANNA, at: AT });
	await client.rpush(keys.overlayHistory(GUILD), `{"broken":{"by":"${ANNA}"}`);
	return { curators, store, drafts, decisions, tests, proposals };
}

describe('a moderator', () => {
	test('sees all that has their id, by server, and nobody else’s id', async () => {
		const { curators } = await worked();
		const work = (await curators.of(ANNA)) ?? [];
		expect(work.map(({ guildId }) => guildId).toSorted()).toEqual([GUILD, OTHER]);
		const { signed = {} } = work.find(({ guildId }) => guildId === GUILD) ?? {};
		expect(signed).toMatchObject({
			changes: expect.arrayContaining([
				expect.objectContaining({ n: 1, by: 'you' }),
				expect.objectContaining({ n: 2, by: 'somebody else', approvedBy: 'you', note: 'Fine' }),
			]),
			drafts: [{ id: 'one', by: 'you' }],
			testQuestions: [{ question: 'why', by: 'you' }],
			decisions: [{ by: 'you', note: 'No' }],
			previews: [{ id: 'preview-1' }],
			decisionsOnYours: [{ by: 'somebody else' }],
		});
		expect(JSON.stringify(work)).not.toContain(BEN);
	});

	test('who never changed anything has nothing', async () => {
		const { curators } = await worked();
		expect(await curators.of('555')).toBeUndefined();
		expect(await curators.forget('555')).toBe(0);
	});

	test('who has it deleted leaves no trace, and history stays as it was otherwise', async () => {
		const { curators, store, drafts, decisions, tests, proposals } = await worked();
		const before = await store.read(GUILD);
		expect(await curators.forget(ANNA)).toBe(2);
		expect(await everythingIn(redis.client)).not.toContain(ANNA);

		const name = await curators.formerName(GUILD, ANNA);
		const { revisions } = await store.history(GUILD, { most: 9 });
		expect(revisions).toMatchObject([
			{ n: 2, by: BEN, approvedBy: name, note: 'Fine', before: { by: name, texts: { title: 'Anna’s' } } },
			{ n: 1, by: name, after: { by: name } },
		]);
		expect((await store.read(GUILD)).states.get('gut')?.texts).toEqual(before.states.get('gut')?.texts);
		expect(await drafts.list(GUILD, AT)).toMatchObject([{ id: 'one', by: name }]);
		expect(await decisions.list(GUILD, BEN, AT)).toMatchObject([{ by: name, note: 'No' }]);
		expect(await decisions.takeNews(GUILD, BEN)).toBe(true);
		expect([...(await tests.list(GUILD)).values()]).toMatchObject([{ by: name }]);
		expect(await proposals.get(GUILD, 'preview-1')).toBeUndefined();
		expect(await curators.of(ANNA)).toBeUndefined();
		// The next change goes on from there.
		expect(await store.commit(GUILD, aChange('d', [anEdit('gut', 2, 'Next')], { by: BEN }))).toMatchObject({
			kind: 'saved',
		});
	});

	test('is another in each server, so that nobody follows them', async () => {
		const { curators } = await worked();
		const names = [
			await curators.formerName(GUILD, ANNA),
			await curators.formerName(OTHER, ANNA),
			await curators.formerName(GUILD, BEN),
		];
		expect(new Set(names).size).toBe(3);
	});

	test('whose id stands in an answer, or is an entry’s id, changes no words by that', async () => {
		const { curators, store } = await worked();
		const texts = {
			title: 'Why',
			answer: `Say "by":"${ANNA}" to us.`,
			aliases: [],
			topic: 'basics' as const,
		};
		const item = { entry: ANNA, basedOn: 0, state: { texts }, kind: 'add' as const };
		await store.commit(GUILD, aChange('e', [item], { by: BEN }));
		await curators.forget(ANNA);
		expect((await store.state(GUILD, ANNA))?.texts).toEqual(texts);
	});
});
