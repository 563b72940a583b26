import { describe, expect, test } from 'vitest';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { sendBreaker } from '../../src/redis/keys.ts';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { optIn } from '../support/opt-in.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const A_MOMENT = 20_000;
const SEND = 'POST /channels/{channel_id}/messages';

const anna = () => gutsy.discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
const tries = () => gutsy.discord.requests.filter(({ route }) => route === SEND);
const notices = () =>
	anna()
		.sees()
		.filter(({ text }) => text.startsWith('By the way'));

/** Moves to an instant at which a nudge is due and waits until it was tried once more. */
async function triedAt(instant: number): Promise<void> {
	const before = tries().length;
	await gutsy.moveTo(instant + A_MOMENT);
	await gutsy.discord.until(() => (tries().length > before && tries().at(-1)?.status) || undefined);
}

/** The same where it is refused, for the `count`th time in a row, and that is noted. */
async function refusedAt(instant: number, count: number): Promise<void> {
	await gutsy.moveTo(instant + A_MOMENT);
	const record = async () => createSubscriptions(redis.client).read(DEMO.anna);
	await expect.poll(async () => (await record())?.refusal?.count).toBe(count);
}

/** Uses a command and waits for the notice that is the `count`th of all. */
async function noticeAfter(command: string, options: Record<string, string>, count: number) {
	await anna().slash(command, options);
	return gutsy.discord.until(() => notices()[count - 1]);
}

const status = async () => (await anna().slash('nudges status')).message?.text ?? '';
const question = { question: 'what is the gut microbiome' };

describe('a member whom Discord does not let Gutsy write to', () => {
	test.each(['closeDms', 'noMutualGuild'] as const)(
		'is told in private after their next command, once: %s',
		async (happens) => {
			await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
			gutsy.discord.faults[happens](DEMO.anna);
			await triedAt(NOW + HOUR);
			const notice = await noticeAfter('ask', question, 1);
			expect(notice.text).toContain('I wait until tomorrow');
			expect(notice.ephemeral).toBe(true);
			await anna().slash('ask', question);
			await anna().slash('help');
			expect(await status()).toContain('I try again tomorrow');
			expect(notices()).toHaveLength(1);
		},
	);

	test('is tried once a day, suspended after three, told that, too, and kept', async () => {
		await optIn(anna(), { topics: 'sleep stress', time: '10', timezone: 'UTC' });
		await anna().slash('nudges time', { topics: 'stress', time: '15' });
		gutsy.discord.faults.closeDms(DEMO.anna);
		await refusedAt(NOW + HOUR, 1);
		await noticeAfter('help', {}, 1);
		const before = tries().length;
		await gutsy.moveTo(NOW + 6 * HOUR + A_MOMENT);
		await refusedAt(NOW + DAY + HOUR, 2);
		await refusedAt(NOW + 2 * DAY + HOUR, 3);
		expect(tries()).toHaveLength(before + 2);
		const notice = await noticeAfter('ask', question, 2);
		expect(notice.text).toContain('I stopped trying');
		expect(await status()).toContain('I stopped trying');
		await gutsy.moveTo(NOW + 3 * DAY + HOUR + A_MOMENT);
		expect(await status()).toContain('**Sleep** daily at 10:00');
		expect(tries()).toHaveLength(before + 2);
		expect(notices()).toHaveLength(2);
		gutsy.discord.faults.openDms(DEMO.anna);
		await optIn(anna(), { topics: 'sleep' });
		await triedAt(NOW + 4 * DAY + HOUR);
		expect(tries().at(-1)?.status).toBe(200);
	});

	test('because the app was removed is tried on three days and then no more', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		gutsy.discord.faults.noMutualGuild(DEMO.anna);
		const before = tries().length;
		for (const day of [0, 1, 2]) await refusedAt(NOW + day * DAY + HOUR, day + 1);
		for (const day of [3, 4]) await gutsy.moveTo(NOW + day * DAY + HOUR + A_MOMENT);
		expect(await status()).toContain('I stopped trying');
		expect(tries()).toHaveLength(before + 3);
	});

	test('is told by /nudges status instead, when that is their next command', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		gutsy.discord.faults.closeDms(DEMO.anna);
		await refusedAt(NOW + HOUR, 1);
		expect(await status()).toContain('I try again tomorrow');
		await anna().slash('ask', question);
		await anna().slash('help');
		expect(notices()).toEqual([]);
	});
});

describe('when Discord says that direct messages come too fast', () => {
	const tooFast = { kind: 'status', status: 403, body: { code: 40003, message: 'Too fast' } } as const;

	test('nudges wait, and nobody’s conversation is opened until one got through', async () => {
		await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		gutsy.discord.faults.onRoute(SEND, { answer: tooFast });
		await triedAt(NOW + HOUR);
		await expect.poll(() => redis.client.exists(sendBreaker())).toBe(1);
		const mo = gutsy.discord.member(DEMO.mo, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
		const refused = await optIn(mo, { topics: 'sleep', time: '10', timezone: 'UTC' });
		expect(refused.message?.text).toContain('in ten minutes');
		expect(gutsy.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
		await redis.client.hset(sendBreaker(), 'until', '0');
		const { message } = await optIn(mo, { topics: 'sleep', time: '10', timezone: 'UTC' });
		expect(message?.text).toContain('You are in');
		expect(await redis.client.exists(sendBreaker())).toBe(0);
	});

	test('so does opening a conversation', async () => {
		gutsy.discord.faults.onRoute('POST /users/@me/channels', { answer: tooFast });
		const refused = await optIn(anna(), { topics: 'sleep', time: '10', timezone: 'UTC' });
		expect(refused.message?.text).toContain('in ten minutes');
		expect(await redis.client.exists(sendBreaker())).toBe(1);
	});
});

test('with Redis down a message is still answered where everybody sees it', async () => {
	const said = gutsy.discord
		.member(DEMO.mo, { guildId: DEMO.guildId, channel: 'ask-gutsy' })
		.say('what is the gut microbiome');
	await redis.killHard();
	const answered = await anna().menu('Answer from the FAQ', said);
	const { message } = await anna().click(answered.message ?? said, 'Post as a reply');
	expect(message).toBeDefined();
});
