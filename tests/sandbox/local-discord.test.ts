import { describe, expect, test } from 'vitest';
import type { LocalDiscordEvent } from '../../src/sandbox/events.ts';
import { startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import { localDiscordState } from '../../src/sandbox/store/state.ts';
import { aBot } from './support/a-bot.ts';
import { aDiscord } from './support/a-discord.ts';
import { call } from './support/raw-rest.ts';

const ask = { name: 'ask', description: 'Ask' };

describe('a snapshot', () => {
	test('is JSON from which another local Discord goes on', async () => {
		const first = await aDiscord();
		const form = new FormData();
		form.set('files[0]', new Blob(['# hi']), 'faq.md');
		await call(first.discord, `POST /channels/${first.channelId}/messages`, form);
		await aBot(
			first,
			[ask],
			(interaction) => interaction.isChatInputCommand() && interaction.reply({ content: 'psst', flags: 64 }),
		);
		await first.alice.slash('ask');
		const state = localDiscordState.parse(JSON.parse(JSON.stringify(first.discord.snapshot())));

		const second = await startLocalDiscord({ state });
		const alice = second.member(first.alice.userId, { guildId: first.guildId, channel: 'general' });
		expect(alice.sees().map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
			['', false],
			['psst', true],
		]);
		expect(alice.availableCommands().map(({ name }) => name)).toEqual(['ask']);
		const [attachment] = alice.sees()[0]?.attachments ?? [];
		expect(await (await fetch(attachment?.url ?? '')).text()).toBe('# hi');
		expect(second.botUserId).toBe(first.discord.botUserId);
		expect(BigInt(alice.say('on').id)).toBeGreaterThan(BigInt(state.lastSnowflake));
		await second.close();
	});
});

describe('listeners', () => {
	test('hear of messages, interactions, requests, commands, the world and the clock', async () => {
		const scene = await aDiscord();
		const { discord, alice } = scene;
		const heard: LocalDiscordEvent['type'][] = [];
		const stop = discord.on(({ type }) => heard.push(type));
		await aBot(scene, [ask], async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			await interaction.reply('hi');
			await interaction.editReply('ho');
			await interaction.deleteReply();
		});
		await alice.slash('ask');
		await discord.until(() => heard.includes('message-deleted'));
		discord.clock.advance(1000);
		discord.world.addUser({ username: 'bob' });
		expect(new Set(heard)).toEqual(
			new Set([
				'gateway',
				'request',
				'commands-replaced',
				'interaction',
				'message-created',
				'message-updated',
				'message-deleted',
				'clock-moved',
				'world-changed',
			]),
		);
		const before = heard.length;
		stop();
		alice.say('unheard');
		expect(heard).toHaveLength(before);
	});

	test('see how an interaction went', async () => {
		const scene = await aDiscord();
		await aBot(scene, [ask], (interaction) => interaction.isChatInputCommand() && interaction.reply('hi'));
		const { interactionId, message } = await scene.alice.slash('ask');
		expect(scene.discord.interaction(interactionId)).toEqual({
			id: interactionId,
			kind: 'command',
			userId: scene.alice.userId,
			channelId: scene.channelId,
			state: 'acknowledged',
			acknowledgedWith: 4,
			acknowledgedAfterMs: expect.any(Number),
			originalId: message?.id,
			followUpIds: [],
		});
	});
});

describe('until()', () => {
	test('says what was there when it waited in vain', async () => {
		const { discord } = await aDiscord();
		await call(discord, 'GET /users/@me');
		await expect(discord.until(() => false, { timeoutMs: 1 })).rejects.toThrow(
			/Waited 1 ms in vain.*GET \/users\/@me → 200/,
		);
	});

	test('passes on what the look throws', async () => {
		const { discord } = await aDiscord();
		const look = () => {
			throw new Error('Broken look');
		};
		await expect(discord.until(look)).rejects.toThrow('Broken look');
	});
});

describe('the world', () => {
	test('tells the bot of servers that come and go', async () => {
		const scene = await aDiscord();
		const { discord } = scene;
		const bot = await aBot(scene, [], () => undefined, { intents: ['Guilds'] });
		const guild = discord.world.addGuild({ name: 'New', channels: ['one'] });
		const added = new Promise((resolve) => bot.once('guildCreate', (created) => resolve(created.name)));
		expect(await added).toBe('New');
		const removed = new Promise((resolve) => bot.once('guildDelete', (gone) => resolve(gone.name)));
		discord.world.removeBot(guild.id);
		expect(await removed).toBe('New');
		expect(() => discord.world.channel(guild.id, 'two')).toThrow('has no channel "two"');
	});

	test('stamps messages with the moved clock', async () => {
		const { discord, alice } = await aDiscord({ now: () => Date.UTC(2026, 0, 1) });
		discord.clock.set(Date.UTC(2026, 0, 2));
		expect(alice.say('morning').createdAt).toBe(Date.UTC(2026, 0, 2));
	});
});

test('two local Discords live side by side, and closing frees the port', async () => {
	const first = await startLocalDiscord();
	const second = await startLocalDiscord();
	expect(first.apiUrl).not.toBe(second.apiUrl);
	const port = Number(new URL(first.apiUrl).port);
	await first.close();
	const third = await startLocalDiscord({ port });
	expect(third.apiUrl).toBe(first.apiUrl);
	await Promise.all([second.close(), third.close()]);
});
