import { describe, expect, test } from 'vitest';
import { createChannels } from '../../src/discord/channels.ts';
import { text } from '../../src/discord/components.ts';
import { createRest } from '../../src/discord/rest.ts';
import { aDiscord } from '../sandbox/support/a-discord.ts';

const SEND = 'POST /channels/{channel_id}/messages';

async function aReplier() {
	const scene = await aDiscord();
	const { discord, alice } = scene;
	const question = alice.say('is kimchi good?');
	const channels = createChannels(createRest(discord.apiUrl, discord.token), () => undefined);
	const reply = () =>
		channels.replyTo({
			channelId: alice.channelId,
			messageId: question.id,
			components: [text('It may help.')],
		});
	return { ...scene, question, reply };
}

describe('a reply to a message', () => {
	test('stands in the channel and pings nobody', async () => {
		const { discord, alice, question, reply } = await aReplier();
		expect(await reply()).toBe('sent');
		expect(alice.sees().at(-1)?.text).toContain('It may help.');
		expect(discord.requests.find(({ route }) => route === SEND)?.body).toMatchObject({
			message_reference: { message_id: question.id },
			allowed_mentions: { parse: [], replied_user: false },
		});
	});

	test.each([
		['not let into the channel', 403, 50001],
		['not let write there', 403, 50013],
		['writing to a channel that is gone', 404, 10003],
	])('is refused when Gutsy is %s', async (_case, status, code) => {
		const { discord, reply } = await aReplier();
		discord.faults.onRoute(SEND, { answer: { kind: 'status', status, body: { message: 'No', code } } });
		expect(await reply()).toBe('refused');
	});

	test('fails when it was our own mistake', async () => {
		const { discord, reply } = await aReplier();
		discord.faults.onRoute(SEND, {
			answer: { kind: 'status', status: 400, body: { message: 'Invalid Form Body', code: 50035 } },
		});
		await expect(reply()).rejects.toThrow();
	});
});

describe('an announcement', () => {
	const hello = { content: 'Hello @everyone', components: [] };

	async function anAnnouncer() {
		const scene = await aDiscord();
		const channels = createChannels(createRest(scene.discord.apiUrl, scene.discord.token), () => undefined);
		const { guildId, channelId } = scene;
		const announce = (changes = {}) => channels.announce({ guildId, channelId, ...hello, ...changes });
		return { ...scene, announce };
	}

	test('stands in the channel once, however often it is sent, and pings nobody', async () => {
		const { alice, announce } = await anAnnouncer();
		expect(await announce()).toEqual({ kind: 'sent' });
		expect(await announce()).toEqual({ kind: 'sent' });
		expect(alice.sees()).toMatchObject([
			{ text: 'Hello @everyone', pings: { everyone: false, users: [], roles: [] } },
		]);
	});

	test('is not posted in a channel of another server, nor in a conversation', async () => {
		const { discord, alice, announce } = await anAnnouncer();
		const other = discord.world.addGuild({ name: 'Other', channels: ['general'] });
		const there = discord.world.channel(other.id, 'general');
		expect(await announce({ channelId: there.id })).toEqual({ kind: 'elsewhere' });
		const dm = discord.member(alice.userId, 'dm');
		expect(await announce({ channelId: dm.channelId })).toEqual({ kind: 'elsewhere' });
		expect(dm.directMessages()).toEqual([]);
	});

	test.each([
		['hidden', 50001, 'ViewChannel'],
		['closed', 50013, 'SendMessages'],
	] as const)('is refused where the channel is %s', async (_case, code, permission) => {
		const { discord, channelId, announce } = await anAnnouncer();
		discord.world.setOverwrite(channelId, { id: discord.botUserId, deny: [permission] });
		expect(await announce()).toEqual({ kind: 'refused', code });
	});

	test('is refused where the channel is gone', async () => {
		const { announce } = await anAnnouncer();
		expect(await announce({ channelId: '1' })).toEqual({ kind: 'refused', code: 10003 });
	});

	test('fails when it was our own mistake', async () => {
		const { expectProblems, announce } = await anAnnouncer();
		expectProblems(/^Refused body: /);
		await expect(announce({ content: 'x'.repeat(2_001) })).rejects.toThrow();
	});
});
