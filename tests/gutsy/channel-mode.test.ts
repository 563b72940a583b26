import { describe, expect, test, vi } from 'vitest';
import { readCustomId, writeCustomId } from '../../src/discord/custom-id.ts';
import { createSubscriptions } from '../../src/nudges/subscriptions.ts';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import type { VisibleMessage } from '../../src/sandbox/driver/visible-message.ts';
import { useGutsy } from '../support/a-gutsy.ts';
import { NOW } from '../support/a-member.ts';
import { useRedis } from '../support/redis.ts';

const redis = useRedis();
const gutsy = useGutsy(redis);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After the minute in which something is due. */
const A_MOMENT = 20_000;

const server = { guildId: DEMO.guildId, channel: 'wellness' };
const anna = () => gutsy.discord.member(DEMO.anna, server);
const ben = () => gutsy.discord.member(DEMO.ben, server);
const mo = () => gutsy.discord.member(DEMO.mo, server);
/** Administers another server, where Gutsy is, too. */
const ada = () => gutsy.discord.member(DEMO.ada, { guildId: DEMO.otherGuildId, channel: 'wellness' });
const channelId = () => anna().channelId;

const plan = () => ({ channel: channelId(), topics: 'sleep', time: '10', timezone: 'UTC' });
const ask = (changes: Record<string, string> = {}) =>
	mo().slash('nudges-admin channel-start', { ...plan(), ...changes });

/** Has the moderator turn the posts on. */
async function start(changes: Record<string, string> = {}) {
	const { message } = await ask(changes);
	if (message === undefined) throw new Error('Nothing was asked before the start');
	return mo().click(message, 'Start posting');
}

const status = async () => (await mo().slash('nudges-admin channel-status')).message?.text ?? '';

/** What everyone in the channel sees, without the hello. */
const posts = () =>
	anna()
		.sees()
		.filter(({ ephemeral, text }) => !ephemeral && !text.includes('Hello from Gutsy'));
const hellos = () =>
	anna()
		.sees()
		.filter(({ text }) => text.includes('Hello from Gutsy'));

/** Moves to an instant and waits for the post that is due then, which is the `count`th of all. */
async function postAt(instant: number, count: number): Promise<VisibleMessage> {
	await gutsy.moveTo(instant + A_MOMENT);
	return gutsy.discord.until(() => posts()[count - 1]);
}

/** Messages that Discord refused. */
const refusals = () =>
	gutsy.discord.requests.filter(
		({ route, status: answer }) => route === 'POST /channels/{channel_id}/messages' && answer === 403,
	).length;

/** Waits until the refusal is in the channel's record: the worker notes it once Discord has answered. */
async function settled(count: number): Promise<void> {
	const { read } = createSubscriptions(redis.client);
	await vi.waitFor(async () => expect((await read(channelId()))?.refusal?.count).toBe(count));
}

/** What is left of posts in the store. */
async function stored(): Promise<string[]> {
	const keys = await redis.client.keys('*');
	return keys.filter((key) => /post-channels|:members:|:due:/.test(key));
}

/** The first button of a private message, as somebody would have it who wrote another custom id into it. */
function forge(message: VisibleMessage, change: (params: string[]) => string[], owner: string): string {
	const id = readCustomId(message.buttons[0]?.customId ?? '');
	if (id === undefined) throw new Error('There is no button');
	return writeCustomId({ ...id, owner, params: change(id.params) });
}

describe('turning posts on', () => {
	test('asks first, posts a hello, and brings one post a day to the channel', async () => {
		const { message } = await ask({ topics: 'sleep, stress, diet' });
		expect(message).toMatchObject({ ephemeral: true, text: expect.stringContaining('Before it starts') });
		expect(anna().sees()).toEqual([]);
		const done = message && (await mo().click(message, 'Start posting'));
		expect(done?.message?.text).toContain('sleep, stress and diet daily at 10:00, UTC');
		expect(hellos()).toMatchObject([{ pings: { everyone: false, users: [], roles: [] } }]);
		const first = await postAt(NOW + HOUR, 1);
		expect(first.buttons.map(({ label }) => label)).toEqual([
			'Done: sleep',
			'Not today',
			'Why?',
			'Done: stress',
			'Not today',
			'Why?',
			'Done: diet',
			'Not today',
			'Why?',
		]);
		const second = await postAt(NOW + DAY + HOUR, 2);
		expect(second.text).not.toBe(first.text);
	});

	test('is offered to no member, and refused whoever presses the button', async () => {
		await expect(anna().slash('nudges-admin channel-status')).rejects.toThrow('default_member_permissions');
		const { message } = await ask();
		gutsy.discord.world.setPermissions(DEMO.guildId, DEMO.mo, []);
		const refused = message && (await mo().click(message, 'Start posting'));
		expect(refused?.message?.text).toContain('for moderators of this server');
		expect(await stored()).toEqual([]);
		expect(anna().sees()).toEqual([]);
	});

	test.each([
		['may not see', 'ViewChannel', 'I cannot see that channel'],
		['may not write in', 'SendMessages', 'I may not write in that channel'],
	] as const)('tells at once of a channel that Gutsy %s', async (_case, permission, words) => {
		gutsy.discord.world.setOverwrite(channelId(), { id: gutsy.discord.botUserId, deny: [permission] });
		const { message } = await ask();
		const refused = message && (await mo().click(message, 'Start posting'));
		expect(refused?.message?.text).toContain(words);
		expect(await stored()).toEqual([]);
		gutsy.discord.world.setOverwrite(channelId(), { id: gutsy.discord.botUserId });
		const started = message && (await mo().click(message, 'Start posting'));
		expect(started?.message?.text).toContain('It is on');
	});

	test('tells at once of a channel that is gone', async () => {
		const gone = gutsy.discord.world.addChannel(DEMO.guildId, 'short-lived');
		const { message } = await ask({ channel: gone.id });
		gutsy.discord.world.removeChannel(gone.id);
		const refused = message && (await mo().click(message, 'Start posting'));
		expect(refused?.message?.text).toContain('That channel is gone');
		expect(await stored()).toEqual([]);
	});

	test('anew takes the place of what was on, without a second post that day', async () => {
		await start();
		await postAt(NOW + HOUR, 1);
		await start({ topics: 'sleep, diet', time: '15' });
		await postAt(NOW + 6 * HOUR, 2);
		await postAt(NOW + DAY + 6 * HOUR, 3);
		// The diet's first comes on the day it was turned on, the sleep's had come already.
		expect(
			posts().map(({ buttons }) => buttons.map(({ label }) => label).filter((each) => /^Done/.test(each))),
		).toEqual([['Done'], ['Done'], ['Done: sleep', 'Done: diet']]);
		expect(await status()).toContain('sleep and diet daily at 15:00, UTC');
	});

	test('takes five channels of a server and no more', async () => {
		for (let index = 0; index < 5; index += 1)
			await start({ channel: gutsy.discord.world.addChannel(DEMO.guildId, `room-${index}`).id });
		expect((await ask()).message?.text).toContain('5 channels of this server get posts already');
	});
});

describe('another server’s administrator', () => {
	test('neither sees, stops nor turns on posts here, whatever the button says', async () => {
		await start();
		const list = await ada().slash('nudges-admin channel-status');
		expect(list.message?.text).toContain('No channel of this server gets daily posts');
		const own = await ada().slash('nudges-admin channel-start', { ...plan(), channel: ada().channelId });
		if (own.message === undefined) throw new Error('Nothing was asked');
		const started = await ada().click(own.message, 'Start posting');
		expect(started.message?.text).toContain('It is on');
		const theirs = (await ada().slash('nudges-admin channel-status')).message;
		if (theirs === undefined) throw new Error('Nothing was shown');
		await pressForged(
			theirs,
			forge(theirs, () => [channelId()], DEMO.ada),
			'No posts are on in',
		);
		const asked = (await ada().slash('nudges-admin channel-start', { ...plan(), channel: ada().channelId }))
			.message;
		if (asked === undefined) throw new Error('Nothing was asked');
		const here = BigInt(channelId()).toString(36);
		const claimed = forge(asked, ([, ...others]) => [here, ...others], DEMO.ada);
		await pressForged(asked, claimed, 'none of this server');
		expect(hellos()).toHaveLength(1);
		await postAt(NOW + HOUR, 1);
		expect(await status()).toContain('sleep daily at 10:00, UTC');
	});

	/** Presses a button that says something else than Gutsy wrote, which Discord itself would not let pass. */
	async function pressForged(message: VisibleMessage, customId: string, words: string) {
		const stolen = message.components.flatMap(function all(each): typeof message.components {
			return [each, ...(each.components ?? []).flatMap(all)];
		});
		const button = stolen.find((each) => each.custom_id !== undefined);
		if (button === undefined) throw new Error('There is no button');
		button.custom_id = customId;
		const { message: answer } = await ada().click(message, customId);
		expect(answer?.text).toContain(words);
	}
});

describe('the role', () => {
	const held = () => {
		const guild = gutsy.discord.world.guilds().find(({ id }) => id === DEMO.guildId);
		return guild?.members.find(({ userId }) => userId === DEMO.anna)?.roles;
	};
	const pressRole = async () => {
		const [hello] = hellos();
		if (hello === undefined) throw new Error('There is no hello');
		return (await anna().click(hello, 'Turn notifications on or off')).message;
	};

	test('is notified by posts, taken and dropped with the same button', async () => {
		await start({ role: DEMO.dailyRole });
		expect(await pressRole()).toMatchObject({ ephemeral: true, text: expect.stringContaining('You have') });
		expect(held()).toEqual([DEMO.dailyRole]);
		const post = await postAt(NOW + HOUR, 1);
		expect(post.pings).toEqual({ everyone: false, users: [], roles: [DEMO.dailyRole] });
		const { message } = await anna().click(post, 'Turn notifications on or off');
		expect(message?.text).toContain('no longer have');
		expect(held()).toEqual([]);
	});

	test('that Gutsy may not hand out is told to the member alone', async () => {
		await start({ role: DEMO.dailyRole });
		gutsy.discord.world.setRoles(DEMO.guildId, gutsy.discord.botUserId, []);
		expect(await pressRole()).toMatchObject({
			ephemeral: true,
			text: expect.stringContaining('Gutsy needs the “Manage Roles” permission'),
		});
	});

	test('that has gained power since is not handed out any more', async () => {
		await start({ role: DEMO.dailyRole });
		gutsy.discord.world.changeRole(DEMO.guildId, DEMO.dailyRole, { permissions: ['BanMembers'] });
		expect((await pressRole())?.text).toContain('nobody should get at a tap');
		expect(held()).toEqual([]);
	});

	test('with power, of an app, or of everyone is not taken, nor by who may not hand it out', async () => {
		const { world } = gutsy.discord;
		const admin = world.addRole(DEMO.guildId, { name: 'Boss', permissions: ['Administrator'] });
		for (const role of [admin.id, DEMO.gutsyRole, DEMO.guildId])
			expect((await ask({ role })).message?.text).toContain('cannot be handed out at a tap');
		world.setPermissions(DEMO.guildId, DEMO.mo, ['ManageGuild']);
		expect((await ask({ role: DEMO.dailyRole })).message?.text).toContain(
			'“Manage Roles” permission yourself',
		);
	});
});

describe('answers to a post', () => {
	test('count once, for the date of the post, and nobody else learns of them', async () => {
		await start();
		const post = await postAt(NOW + HOUR, 1);
		const first = await anna().click(post, 'Done');
		expect(first.message).toMatchObject({
			ephemeral: true,
			text: expect.stringContaining('Noted, and only you can see this. Sleep here: done on 1 of the last 7'),
		});
		await gutsy.moveTo(NOW + DAY);
		expect((await anna().click(post, 'Not today')).message?.text).toContain('first answer stands');
		expect((await ben().click(post, 'Not today')).message?.text).toContain('done on 0 of the last 7');
		expect(posts()).toEqual([expect.objectContaining({ text: post.text, edited: false })]);
		const exported = (await anna().slash('privacy export')).message;
		expect(exported?.text).toContain('which days were done**: stored');
		const second = await postAt(NOW + DAY + HOUR, 2);
		expect((await anna().click(second, 'Done')).message?.text).toContain('done on 2 of the last 7');
		expect((await anna().slash('progress')).message?.text).toContain('Days done: 2 in 7 days');
	});

	test('count for thirty days, also after a restart', async () => {
		await start();
		const post = await postAt(NOW + HOUR, 1);
		await gutsy.stop();
		await gutsy.start();
		await gutsy.moveTo(NOW + 30 * DAY);
		expect((await anna().click(post, 'Done')).message?.text).toContain('Noted');
		await gutsy.moveTo(NOW + 31 * DAY);
		expect((await ben().click(post, 'Done')).message?.text).toContain('more than 30 days old');
	});
});

describe('the calendar of a channel', () => {
	test.each([
		['a spring gap', '2027-03-27T12:00Z', ['2027-03-28T01:00Z', '2027-03-29T00:30Z']],
		['an autumn overlap', '2026-10-24T12:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
	])('brings one post a local date across %s', async (_case, begin, strikes) => {
		gutsy.discord.clock.set(Date.parse(begin));
		await start({ time: '02:30', timezone: 'Europe/Berlin' });
		for (const [index, strike] of strikes.entries()) {
			await gutsy.moveTo(Date.parse(strike) - 60_000);
			expect(posts()).toHaveLength(index);
			await postAt(Date.parse(strike), index + 1);
			await gutsy.moveTo(Date.parse(strike) + 70 * 60_000);
			expect(posts()).toHaveLength(index + 1);
		}
	});
});

describe('the end of posts', () => {
	test('comes at once and leaves nothing', async () => {
		await start({ role: DEMO.dailyRole });
		await postAt(NOW + HOUR, 1);
		const { message } = await mo().slash('nudges-admin channel-stop', { channel: channelId() });
		expect(message?.text).toContain('Nothing more is posted');
		expect(await stored()).toEqual([]);
		await gutsy.moveTo(NOW + DAY + HOUR + A_MOMENT);
		expect(posts()).toHaveLength(1);
		const [post] = posts();
		if (post === undefined) throw new Error('The post is gone');
		expect((await anna().click(post, 'Done')).message?.text).toContain('These posts have ended');
		expect((await anna().click(post, 'Turn notifications on or off')).message?.text).toContain(
			'no role to take',
		);
		expect(await status()).toContain('No channel of this server gets daily posts');
	});

	test('comes after three refusals, which only moderators hear of, and a start begins anew', async () => {
		await start();
		gutsy.discord.world.setOverwrite(channelId(), { id: gutsy.discord.botUserId, deny: ['SendMessages'] });
		for (let day = 0; day < 3; day += 1) {
			await gutsy.moveTo(NOW + HOUR + day * DAY + A_MOMENT);
			await gutsy.discord.until(() => refusals() === day + 1 || undefined);
			const words = day < 2 ? 'I try again tomorrow' : 'Three posts in a row were refused';
			await settled(day + 1);
			expect(await status()).toContain(words);
		}
		expect(await status()).toContain('Please give Gutsy “Send Messages” there');
		await gutsy.moveTo(NOW + HOUR + 3 * DAY + A_MOMENT);
		expect(await status()).toContain('none to come');
		expect(refusals()).toBe(3);
		expect(posts()).toEqual([]);
		gutsy.discord.world.setOverwrite(channelId(), { id: gutsy.discord.botUserId });
		await start();
		await postAt(NOW + HOUR + 4 * DAY, 1);
	});

	test('is there for a channel that was deleted, too', async () => {
		const gone = gutsy.discord.world.addChannel(DEMO.guildId, 'short-lived');
		await start({ channel: gone.id });
		gutsy.discord.world.removeChannel(gone.id);
		const { message } = await mo().slash('nudges-admin channel-status');
		const stopped = message && (await mo().click(message, 'Stop 1'));
		expect(stopped?.message?.text).toContain('Nothing more is posted');
		expect(await stored()).toEqual([]);
	});
});
