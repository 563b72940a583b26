import { Queue } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { createQueuedMembers } from '../../src/nudges/queued-members.ts';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { optIn } from '../support/opt-in.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);

const asking = (user: string) => gutsy.discord.member(user, { guildId: DEMO.guildId, channel: 'ask-gutsy' });

/** Everything that is stored, as one text. */
async function everything(): Promise<string> {
	const parts: unknown[] = [];
	for (const key of await redis.client.keys('*')) {
		const type = await redis.client.type(key);
		parts.push([key, await readKey(key, type)]);
	}
	return JSON.stringify(parts);
}

function readKey(key: string, type: string): Promise<unknown> {
	if (type === 'hash') return redis.client.hgetall(key);
	if (type === 'set') return redis.client.smembers(key);
	if (type === 'zset') return redis.client.zrange(key, '0', '-1');
	if (type === 'list') return redis.client.lrange(key, 0, -1);
	if (type === 'stream') return redis.client.xrange(key, '-', '+');
	return redis.client.get(key);
}

/** Has a channel's post come, and a member answer it. */
async function answerPost(member: ReturnType<typeof asking>): Promise<void> {
	const mo = asking(DEMO.mo);
	const plan = { channel: member.channelId, topics: 'sleep', time: '09:30', timezone: 'UTC' };
	const { message } = await mo.slash('nudges-admin channel-start', plan);
	await (message && mo.click(message, 'Start posting'));
	await gutsy.moveTo(NOW + 31 * 60_000);
	const post = await gutsy.discord.until(() =>
		member.sees().find(({ buttons }) => buttons.some(({ label }) => label === 'Done')),
	);
	await member.click(post, 'Done');
}

async function leaveTraces(): Promise<void> {
	const anna = asking(DEMO.anna);
	await optIn(anna, { topics: 'all', time: '10', timezone: 'Berlin' });
	await answerPost(anna);
	const { message } = await anna.slash('ask', { question: 'is kimchi good for my skin' });
	if (!message) throw new Error('Nothing was answered');
	await anna.click(message, 'Helpful');
	const { message: miss } = await anna.slash('ask', { question: 'who won the football yesterday' });
	const { modal } = miss ? await anna.click(miss, 'Send this to the moderators') : {};
	if (!modal) throw new Error('No form was opened');
	await anna.submit(modal);
}

describe('/privacy', () => {
	test('shows and exports what is stored, to the member alone', async () => {
		const anna = asking(DEMO.anna);
		const { message: before } = await anna.slash('privacy view');
		expect(before?.text).not.toContain('stored. Kept');
		await leaveTraces();
		const { message: view } = await anna.slash('privacy view');
		expect(view).toMatchObject({
			ephemeral: true,
			text: expect.stringContaining('stored. Kept until you stop them'),
		});
		const { message: exported } = await anna.slash('privacy export');
		expect(exported).toMatchObject({
			ephemeral: true,
			text: expect.stringContaining('stored. Kept until you stop them'),
			attachments: [{ filename: 'gutsy-data.json', contentType: 'application/json' }],
		});
		const file = await fetch(exported?.attachments[0]?.url ?? '');
		expect(await file.json()).toMatchObject({
			'Nudges: topics, times, time zone, consent, days done': {
				timeZone: 'Europe/Berlin',
				topics: { sleep: { time: '10:00', days: {} } },
			},
			'Answers to daily posts in channels: which days were done': [
				{ topic: 'sleep', days: { '2026-11-22': 'done' } },
			],
			'Votes on answers, under a hash': [expect.objectContaining({ entry: 'fermented-foods' })],
		});
		expect(
			asking(DEMO.ben)
				.sees()
				.filter(({ ephemeral }) => ephemeral),
		).toEqual([]);
	});

	test('deletes everything after asking once, and leaves no trace in the store', async () => {
		await leaveTraces();
		expect(await everything()).toContain(DEMO.anna);
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('privacy delete');
		expect(await everything()).toContain(DEMO.anna);
		const done = message && (await anna.click(message, 'Delete everything'));
		expect(done?.message?.text).toContain('Nothing about you is left');
		expect(await everything()).not.toContain(DEMO.anna);
		expect(await redis.client.exists(`gutsy:{v${DEMO.guildId}}:voters`)).toBe(0);
		expect(await redis.client.keys('*inbox-senders*')).toEqual([]);
		const { message: after } = await anna.slash('privacy view');
		expect(after?.text).not.toContain('stored. Kept');
	});

	test('deletes what can no longer be read', async () => {
		const anna = asking(DEMO.anna);
		await optIn(anna, { topics: 'sleep', time: '10', timezone: 'Berlin' });
		const keys = await redis.client.keys('*');
		for (const key of keys)
			if ((await redis.client.type(key)) === 'hash' && (await redis.client.hexists(key, DEMO.anna)))
				await redis.client.hset(key, DEMO.anna, 'no record');
		expect(await everything()).toContain('no record');
		const { message } = await anna.slash('privacy delete');
		const done = message && (await anna.click(message, 'Delete everything'));
		expect(done?.message?.text).toContain('Nothing about you is left');
		expect(await everything()).not.toContain('no record');
	});

	test('says what could not be deleted while the store is away', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('privacy delete');
		await redis.killHard();
		const done = message && (await anna.click(message, 'Delete everything'));
		expect(done?.message?.text).toContain('could not be deleted');
	});
});

describe('a member in the queue', () => {
	test('is taken out of every delivery that waits, and the others stay', async () => {
		const queue = new Queue('nudge-delivery', { connection: redis.client, prefix: 'gutsy:{queue}' });
		const job = (members: string[]) =>
			queue.add(
				'deliver',
				{ zone: 'UTC', day: 20_000, time: 600, strikeAt: 0, members, turn: 0, tries: 0 },
				{ delay: 1e9 },
			);
		const shared = await job(['111', '222']);
		await job(['111']);
		const queued = createQueuedMembers(redis.client);
		expect(await queued.count('111')).toBe(2);
		expect(await queued.remove('111')).toBe(2);
		expect(await queued.count('111')).toBe(0);
		expect((await queue.getJob(shared.id ?? ''))?.data.members).toEqual(['222']);
		expect(await queue.count()).toBe(1);
		await queued.close();
		await queue.close();
	});
});
