import { describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);

const asking = (user: string, channel = 'ask-gutsy') =>
	gutsy.discord.member(user, { guildId: DEMO.guildId, channel });
const KIMCHI = { question: 'is kimchi good for my skin?' };
const OFF_TOPIC = 'who won the football yesterday';

/** The message, or a failure that says so. */
function shown<T>(message: T | undefined): T {
	if (message === undefined) throw new Error('Nothing was answered');
	return message;
}

describe('sharing', () => {
	test('shows everyone the card, and nobody the question', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', KIMCHI);
		await anna.click(shown(message), 'Share here');
		const [shared, ...others] = asking(DEMO.ben).sees();
		expect(shared?.text).toContain('Fermented foods');
		expect(shared?.text).not.toContain('kimchi good for my skin');
		expect(shared?.buttons.map(({ label }) => label)).not.toContain('Share here');
		expect(others).toEqual([]);
	});

	test('works from the command, beside a private word', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', { ...KIMCHI, share: true });
		expect(message).toMatchObject({ ephemeral: true });
		const shared = await gutsy.discord.until(() => asking(DEMO.ben).sees()[0]);
		expect(shared.text).toContain('Fermented foods');
		expect(shared.text).not.toContain('kimchi good for my skin');
	});

	test('keeps to oneself what is no answer, whatever was asked for', async () => {
		for (const question of [OFF_TOPIC, 'i cannot breathe']) {
			const { message } = await asking(DEMO.anna).slash('ask', { question, share: true });
			expect(message).toMatchObject({ ephemeral: true });
		}
		expect(asking(DEMO.ben).sees()).toEqual([]);
	});

	test('is not offered in direct messages', async () => {
		const { message } = await gutsy.discord.member(DEMO.anna, 'dm').slash('ask', KIMCHI);
		expect(message?.buttons.map(({ label }) => label)).not.toContain('Share here');
	});
});

describe('voting', () => {
	test('counts one vote a member, also on a shared card, and can be changed', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', KIMCHI);
		const voted = await anna.click(shown(message), 'Helpful');
		expect(voted.message).toMatchObject({ ephemeral: true, text: expect.stringContaining('Thank you') });
		await anna.click(shown(message), 'Share here');
		const ben = asking(DEMO.ben);
		await ben.click(shown(ben.sees()[0]), 'Helpful');
		await anna.click(shown(message), 'Not helpful');
		expect(await redis.client.hgetall(`gutsy:{v${DEMO.guildId}}:votes`)).toEqual({
			'fermented-foods:h': '1',
			'fermented-foods:u': '1',
		});
	});
});

describe('a reminder from a card', () => {
	test('asks when and where, and starts the daily nudge', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', KIMCHI);
		const { modal } = await anna.click(shown(message), 'Remind me daily');
		const { message: begun } = await anna.submit(shown(modal), { time: '8am', timezone: 'Berlin' });
		expect(begun?.text).toContain('08:00');
		expect(begun?.text).toContain('Europe/Berlin');
	});
});

describe('a question that nothing answers', () => {
	test('can be sent to the moderators, as its sender words it and without a name', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', { question: OFF_TOPIC });
		expect(message?.text).toContain('I don’t have that');
		const { modal } = await anna.click(shown(message), 'Send this to the moderators');
		const { message: sent } = await anna.submit(shown(modal), { question: 'who won the cup' });
		expect(sent).toMatchObject({ ephemeral: true, text: expect.stringContaining('Sent') });
		const stored = JSON.stringify(await redis.client.hgetall(`gutsy:{g${DEMO.guildId}}:inbox`));
		expect(stored).toContain('who won the cup');
		expect(stored).not.toContain(DEMO.anna);
	});

	test('stands in the form as it was asked', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', { question: 'who won > the\nfootball *yesterday*' });
		const { modal } = await anna.click(shown(message), 'Send this to the moderators');
		expect(JSON.stringify(modal)).toContain('who won > the football *yesterday*');
	});

	test('is sent to care instead when it carries a red flag', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', { question: OFF_TOPIC });
		const { modal } = await anna.click(shown(message), 'Send this to the moderators');
		const { message: care } = await anna.submit(shown(modal), { question: 'i cannot breathe' });
		expect(care?.text).toMatch(/emergency/i);
		expect(await redis.client.exists(`gutsy:{g${DEMO.guildId}}:inbox`)).toBe(0);
	});

	test('leads to all subjects when none is near', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('ask', { question: OFF_TOPIC });
		const { message: shelf } = await anna.click(shown(message), 'Look around');
		expect(shelf).toMatchObject({ ephemeral: true });
		const { message: food } = await anna.select(shown(shelf), 'Pick a subject', ['food']);
		expect(food?.selects.map(({ placeholder }) => placeholder)).toContain('Food: pick a question');
	});

	test('stays with the asker where there are no moderators', async () => {
		const { message } = await gutsy.discord.member(DEMO.anna, 'dm').slash('ask', { question: OFF_TOPIC });
		expect(message?.buttons.map(({ label }) => label)).not.toContain('Send this to the moderators');
	});
});

describe('browsing', () => {
	test('goes from subjects to entries to a card and on, in one message', async () => {
		const anna = asking(DEMO.anna);
		const { message } = await anna.slash('browse');
		const food = (await anna.select(shown(message), 'Pick a subject', ['food'])).message;
		expect(food?.id).toBe(message?.id);
		const card = (await anna.select(shown(food), 'Food: pick a question', ['fermented-foods'])).message;
		expect(card?.id).toBe(message?.id);
		expect(card?.text).toContain('Kimchi'.toLowerCase());
		const sleep = (await anna.select(shown(card), 'Pick a subject', ['sleep'])).message;
		expect(sleep?.id).toBe(message?.id);
		expect(sleep?.text).not.toContain('kimchi');
		expect(asking(DEMO.ben).sees()).toEqual([]);
	});
});

describe('answering a message', () => {
	test('shows the candidate to the one who asked for it, who posts it as a reply', async () => {
		const question = asking(DEMO.anna, 'wellness').say('does anybody know if kimchi is good for your skin');
		const ben = asking(DEMO.ben, 'wellness');
		const { message } = await ben.menu('Answer from the FAQ', question);
		expect(message).toMatchObject({ ephemeral: true, text: expect.stringContaining('Fermented') });
		expect(asking(DEMO.anna, 'wellness').sees()).toHaveLength(1);
		const { message: done } = await ben.click(shown(message), 'Post as a reply');
		expect(done?.text).toContain('Posted');
		const [, reply] = asking(DEMO.anna, 'wellness').sees();
		expect(reply?.text).toContain('Fermented');
		const sent = gutsy.discord.requests.filter(
			({ method, path }) => method === 'POST' && /\/channels\/\d+\/messages$/.test(path),
		);
		expect(sent.at(-1)?.body).toMatchObject({
			message_reference: { message_id: question.id },
			allowed_mentions: { parse: [], replied_user: false },
		});
	});

	test('meets a red flag with care for whoever looked, and posts nothing', async () => {
		const message = asking(DEMO.anna, 'wellness').say('guys i ate nuts and my throat is closing up');
		const { message: care } = await asking(DEMO.ben, 'wellness').menu('Answer from the FAQ', message);
		expect(care).toMatchObject({ ephemeral: true, text: expect.stringMatching(/emergency/i) });
		expect(care?.buttons).toEqual([]);
	});

	test('says so when nothing fits, or when there is no text', async () => {
		const ben = asking(DEMO.ben, 'wellness');
		const nothing = await ben.menu('Answer from the FAQ', ben.say(OFF_TOPIC));
		expect(nothing.message?.text).toContain('don’t have anything');
		const empty = await ben.menu('Answer from the FAQ', ben.say('🙂'));
		expect(empty.message?.text).toContain('no text');
	});
});
