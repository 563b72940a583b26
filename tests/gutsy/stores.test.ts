import { describe, expect, test } from 'vitest';
import { connectRedis } from '../../src/redis/connect.ts';
import { QUEUE_PREFIX } from '../../src/redis/keys.ts';
import type { RedisTarget } from '../../src/redis/redis-target.ts';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { type TestGutsy, useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { leaveTraces } from '../support/leave-traces.ts';
import { allRedisBinaries, useRedis } from '../support/redis.ts';
import type { TestCluster } from '../support/redis-cluster.ts';
import { subscribeSome } from '../support/subscribe-some.ts';
import { useCluster } from '../support/use-cluster.ts';
import { everythingIn } from '../support/whole-store.ts';

const MEMBERS = 60;
const NOON = NOW + 3 * 3_600_000;

/** Has sixty members’ nudges come due and ends the store in the midst of it. Returns how many messages each got. */
async function nudgeThrough(gutsy: TestGutsy, target: RedisTarget, outage: () => Promise<void>) {
	const { discord } = gutsy;
	const { commands: redis, close } = await connectRedis(target, { onError() {} });
	const counts = await subscribeSome({ discord, redis, clock: () => NOW, count: MEMBERS });
	await close();
	await gutsy.moveTo(NOON + 20_000);
	await discord.until(() => counts().filter((count) => count > 0).length >= 10);
	await outage();
	await discord.until(() => counts().every((count) => count > 0), { timeoutMs: 60_000 });
	return counts();
}

async function nodeOf({ clients }: TestCluster, key: string): Promise<number> {
	const slot = Number(await clients[0]?.cluster('KEYSLOT', key));
	return Math.floor((3 * slot) / 16_384);
}

const ONCE_EACH = Array(MEMBERS).fill(1);

describe.each(await allRedisBinaries())('with $name', ({ binary }) => {
	describe('alone', () => {
		const redis = useRedis(binary);
		const gutsy = useGutsy(redis);

		test('nudges arrive once though it is killed while they are sent', { timeout: 90_000 }, async () => {
			const target = { kind: 'socket', path: redis.socketPath } as const;
			const counts = await nudgeThrough(gutsy, target, async () => {
				await redis.killHard();
				await redis.restart();
			});
			expect(counts).toEqual(ONCE_EACH);
		});
	});

	describe('as a cluster', () => {
		const store = useCluster(binary);
		const gutsy = useGutsy(store);

		test.each([
			['that has the queue', 0],
			['that has not', 1],
		])(
			'nudges arrive once though the node %s is killed while they are sent',
			{ timeout: 90_000 },
			async (_which, further) => {
				const node = ((await nodeOf(store.cluster, QUEUE_PREFIX)) + further) % 3;
				const counts = await nudgeThrough(gutsy, store.target, async () => {
					await store.cluster.killHard(node);
					await store.cluster.restart(node);
				});
				expect(counts).toEqual(ONCE_EACH);
			},
		);

		test('a member is answered, nudged, counted, and forgotten without a trace', async () => {
			const everything = async () =>
				(await Promise.all(store.cluster.clients.map((client) => everythingIn(client)))).join('\n');
			const anna = gutsy.discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
			const inDm = gutsy.discord.member(DEMO.anna, 'dm');
			await leaveTraces(gutsy);
			await gutsy.moveTo(NOW + 24 * 3_600_000 + 20_000);
			const nudge = await gutsy.discord.until(() =>
				inDm.directMessages().find(({ buttons }) => buttons.some(({ label }) => label === 'Done: sleep')),
			);
			await inDm.click(nudge, 'Done: sleep');
			expect((await anna.slash('nudges status')).message?.text).toContain('2026-11-23, done');
			expect(await everything()).toContain(DEMO.anna);
			const { message } = await anna.slash('privacy delete');
			const done = message && (await anna.click(message, 'Delete everything'));
			expect(done?.message?.text).toContain('Nothing about you is left');
			expect(await everything()).not.toContain(DEMO.anna);
		});
	});
});
