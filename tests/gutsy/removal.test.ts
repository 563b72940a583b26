import { beforeEach, describe, expect, test } from 'vitest';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { serversLeft } from '../../src/redis/keys.ts';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import type { RouteFault } from '../../src/sandbox/faults.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After the minute in which something is due. */
const A_MOMENT = 20_000;

const at = (user: string, guildId: string = DEMO.guildId) =>
	gutsy.discord.member(user, { guildId, channel: 'wellness' });
const channelId = () => at(DEMO.anna).channelId;

/** Has a moderator turn on a daily post at ten in their server, and word an answer. */
async function settleIn(user: string, guildId: string): Promise<void> {
	const moderator = at(user, guildId);
	const plan = { channel: moderator.channelId, topics: 'sleep', time: '10', timezone: 'UTC' };
	const { message } = await moderator.slash('nudges-admin channel-start', plan);
	await (message && moderator.click(message, 'Start posting'));
	const { message: asked } = await moderator.slash('faq-admin hide', { entry: 'sugar' });
	await (asked && moderator.click(asked, 'Hide'));
}

beforeEach(async () => {
	await settleIn(DEMO.mo, DEMO.guildId);
	await settleIn(DEMO.ada, DEMO.otherGuildId);
});

/** Requests to post into the first server's channel, without the hello and what tells that posts begin. */
const tries = () =>
	gutsy.discord.requests.filter(({ path }) => path.endsWith(`/channels/${channelId()}/messages`));

const isLeft = async () => (await redis.client.zscore(serversLeft(), DEMO.guildId)) !== null;
const record = () => createSubscriptions(redis.client).read(channelId());
const keysOf = (guildId: string) => redis.client.keys(`gutsy:{[gv]${guildId}}:*`);

/** Waits for a post of that day in the server where Gutsy stays: those of the other would have been tried by then. */
async function dayOf(count: number): Promise<void> {
	const posts = () =>
		at(DEMO.ada, DEMO.otherGuildId)
			.sees()
			.filter(({ buttons }) => buttons.some(({ label }) => label === 'Done'));
	await gutsy.moveTo(NOW + count * DAY + HOUR + A_MOMENT);
	await gutsy.discord.until(() => posts()[count]);
}

describe('a server from which Gutsy was removed', () => {
	test('is tried once, then nothing more is posted there, and the others go on', async () => {
		const before = tries().length;
		gutsy.discord.world.removeBot(DEMO.guildId);
		await dayOf(0);
		await expect.poll(isLeft).toBe(true);
		await expect.poll(async () => (await record())?.refusal?.code).toBe(10_004);
		expect(tries()).toHaveLength(before + 1);
		for (const day of [1, 2, 3]) await dayOf(day);
		expect(tries()).toHaveLength(before + 1);
		expect(await keysOf(DEMO.guildId)).toContain(`gutsy:{g${DEMO.guildId}}:overlay`);
	});

	test('while Gutsy was not running is not even tried', async () => {
		const before = tries().length;
		await gutsy.stop();
		gutsy.discord.world.removeBot(DEMO.guildId);
		await gutsy.start();
		await expect.poll(isLeft).toBe(true);
		await dayOf(0);
		expect(tries()).toHaveLength(before);
	});

	test('gets its posts and its answers again when Gutsy is back', async () => {
		gutsy.discord.world.removeBot(DEMO.guildId);
		await dayOf(0);
		await expect.poll(isLeft).toBe(true);
		await gutsy.moveTo(NOW + 20 * DAY);
		gutsy.discord.world.installBot(DEMO.guildId);
		await gutsy.stop();
		await gutsy.start();
		await expect.poll(isLeft).toBe(false);
		await gutsy.moveTo(NOW + 20 * DAY + HOUR + A_MOMENT);
		await gutsy.discord.until(() =>
			at(DEMO.anna)
				.sees()
				.find(({ buttons }) => buttons.some(({ label }) => label === 'Done')),
		);
		expect((await redis.client.hkeys(`gutsy:{g${DEMO.guildId}}:overlay`)).join()).toBe('sugar');
	});

	test('is forgotten after thirty days, and no other', async () => {
		const anna = at(DEMO.anna);
		const { message } = await anna.slash('ask', { question: 'is kimchi good for my skin' });
		await (message && anna.click(message, 'Helpful'));
		const others = await keysOf(DEMO.otherGuildId);
		gutsy.discord.world.removeBot(DEMO.guildId);
		await gutsy.stop();
		await gutsy.start();
		await expect.poll(isLeft).toBe(true);
		gutsy.discord.clock.set(NOW + 31 * DAY);
		await gutsy.stop();
		await gutsy.start();
		await expect.poll(() => gutsy.log.lines.some(({ fields }) => 'awayMs' in fields)).toBe(true);
		expect(await isLeft()).toBe(true);
		await gutsy.moveTo(NOW + 31 * DAY);
		await gutsy.stop();
		await gutsy.start();
		await expect.poll(isLeft).toBe(false);
		const left = (await keysOf(DEMO.guildId)).map((key) => key.replace(/.*\}:/, ''));
		expect(left.filter((key) => !/^stats:|^proposal:/.test(key))).toEqual(['overlay-version']);
		expect(await record()).toBeUndefined();
		expect(await redis.client.smembers('gutsy:{votes}:places')).toEqual([]);
		expect(new Set(await keysOf(DEMO.otherGuildId))).toEqual(new Set(others));
	});

	test('keeps everything while an outage hides it', async () => {
		const outage = { answer: { kind: 'status', status: 503, body: {} } } as const;
		gutsy.discord.faults.onRoute('GET /guilds/{guild_id}', outage);
		gutsy.discord.faults.onRoute('GET /users/@me/guilds', {
			answer: { kind: 'status', status: 200, body: [] },
		});
		await gutsy.stop();
		await gutsy.start();
		const asked = () => gutsy.discord.requests.filter(({ route }) => route === 'GET /guilds/{guild_id}');
		await gutsy.discord.until(() => asked().length > 0);
		await dayOf(0);
		expect(await isLeft()).toBe(false);
		await gutsy.discord.until(() =>
			at(DEMO.anna)
				.sees()
				.find(({ buttons }) => buttons.some(({ label }) => label === 'Done')),
		);
	});
});

test.each<[string, RouteFault]>([
	['the token is refused', { kind: 'status', status: 401, body: { message: '401: Unauthorized', code: 0 } }],
	['it is asked too often', { kind: '429', scope: 'user', retryAfterMs: 600_000 }],
	['Discord is broken', { kind: 'status', status: 500 }],
	['the connection is cut', { kind: 'cut' }],
	['no answer comes', { kind: 'late', ms: 3_000 }],
])('posts go out although it cannot be known in which servers Gutsy is: %s', async (_why, answer) => {
	await gutsy.stop();
	gutsy.discord.faults.onRoute('GET /users/@me/guilds', { times: 1_000, answer });
	await gutsy.start();
	await dayOf(0);
	expect(await isLeft()).toBe(false);
});
