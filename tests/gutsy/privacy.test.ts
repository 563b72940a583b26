import { Queue } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { createQueuedMembers } from '../../src/nudges/queued-members.ts';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { leaveTraces } from '../support/leave-traces.ts';
import { optIn } from '../support/opt-in.ts';
import { useRedis } from '../support/redis.ts';
import { everythingIn } from '../support/whole-store.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);

const asking = (user: string) => gutsy.discord.member(user, { guildId: DEMO.guildId, channel: 'ask-gutsy' });

const DAY = 24 * 3_600_000;
/** After the minute in which something is due. */
const A_MOMENT = 20_000;

const everything = () => everythingIn(redis.client);

describe('/privacy', () => {
	test('shows and exports what is stored, to the member alone', async () => {
		const anna = asking(DEMO.anna);
		const { message: before } = await anna.slash('privacy view');
		expect(before?.text).not.toContain('stored. Kept');
		await leaveTraces(gutsy);
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
		await leaveTraces(gutsy);
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

	test('leaves no trace of nudges that were put off, refused and queued', async () => {
		await leaveTraces(gutsy);
		const anna = asking(DEMO.anna);
		const inDm = gutsy.discord.member(DEMO.anna, 'dm');
		await gutsy.moveTo(NOW + DAY + A_MOMENT);
		const nudge = await gutsy.discord.until(() =>
			inDm.directMessages().find(({ buttons }) => buttons.some(({ label }) => label === 'Done: sleep')),
		);
		gutsy.discord.faults.closeDms(DEMO.anna);
		await gutsy.moveTo(NOW + 2 * DAY + A_MOMENT);
		await expect
			.poll(async () => (await anna.slash('nudges status')).message?.text)
			.toContain('Discord refused my last message');
		const { message: asked } = await inDm.click(nudge, 'Later');
		await (asked && inDm.click(asked, 'In 3 hours'));
		const queue = new Queue('nudge-delivery', { connection: redis.client, prefix: 'gutsy:{queue}' });
		const job = { zone: 'UTC', day: 20_000, time: 600, strikeAt: 0, turn: 0, tries: 0 };
		await queue.add('deliver', { ...job, members: [DEMO.anna, DEMO.ben] }, { delay: 1e9 });
		await queue.add('deliver', { ...job, members: [DEMO.anna] }, { delay: 1e9 });
		const holding = async () => {
			const kinds: string[] = [];
			for (const key of await redis.client.keys('*'))
				if ((await everythingIn(redis.client, [key])).includes(DEMO.anna)) kinds.push(key);
			return kinds.map((key) => /due|members|laters|post-marks|queue/.exec(key)?.[0]);
		};
		expect(new Set(await holding())).toEqual(new Set(['due', 'members', 'laters', 'post-marks', 'queue']));
		const { message } = await anna.slash('privacy delete');
		const done = message && (await anna.click(message, 'Delete everything'));
		for (const part of ['Nudges: topics', 'Nudges on their way', 'Answers to daily posts', 'Votes'])
			expect(done?.message?.text).toMatch(new RegExp(`${part}.*: deleted`));
		expect(await holding()).toEqual([]);
		expect((await queue.getDelayed()).map(({ data }) => data.members)).toEqual([[DEMO.ben]]);
		await queue.close();
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

	test('takes a moderator’s id out of history, drafts and decisions, and keeps what was done', async () => {
		const { world } = gutsy.discord;
		world.setPermissions(DEMO.guildId, DEMO.ben, ['ManageGuild']);
		const [mo, ben] = [asking(DEMO.mo), asking(DEMO.ben)];
		const change = async (who: typeof mo, answer: string) => {
			const { modal } = await who.slash('faq-admin edit', { entry: 'sugar' });
			const { message } = modal ? await who.submit(modal, { answer }) : {};
			return message && (await who.click(message, 'Save')).message;
		};
		await change(mo, 'First words. Read them.');
		await mo.slash('faq-admin test', { question: 'is sugar bad', entry: 'sugar' });
		await mo.slash('faq-admin settings', { approval: true });
		await change(ben, 'Ben’s words. Read them.');
		const { message: list } = await mo.slash('faq-admin drafts');
		const [draft] = list?.selects[0]?.options ?? [];
		const { message: shown } = list ? await mo.select(list, 'Pick one to look at', [draft?.value ?? '']) : {};
		const { modal: note } = shown ? await mo.click(shown, 'Approve') : {};
		await (note && mo.submit(note, { note: 'Well put' }));
		await change(mo, 'Words that wait. Read them.');
		const { modal: open } = await mo.slash('faq-admin add');
		await (open && mo.submit(open, { title: 'Half', answer: 'Half done.', topic: ['food'] }));

		const { message: exported } = await mo.slash('privacy export');
		const file = await (await fetch(exported?.attachments[0]?.url ?? '')).text();
		for (const part of ['First words', 'Well put', 'Words that wait', 'is sugar bad', 'Half done'])
			expect(file).toContain(part);
		expect(file).not.toContain(DEMO.ben);

		const { message: asked } = await mo.slash('privacy delete');
		const done = asked && (await mo.click(asked, 'Delete everything'));
		expect(done?.message?.text).toContain('Nothing about you is left');
		expect(await everything()).not.toContain(DEMO.mo);
		const { message: past } = await ben.slash('faq-admin history', { entry: 'sugar' });
		expect(past?.text).toMatch(/\*\*1\*\* · a former moderator \([\w-]{4}\) changed/);
		expect(past?.text).toMatch(/approved by a former moderator/);
		expect(past?.text).toContain('Well put');
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
