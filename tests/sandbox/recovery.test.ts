import { describe, expect, test } from 'vitest';
import { aBot } from './support/a-bot.ts';
import { aDiscord, type Scene } from './support/a-discord.ts';

const ask = { name: 'ask', description: 'Ask' };

describe('discord.js resumes its session and misses nothing after', () => {
	test.each<[string, (faults: Scene['discord']['faults']) => void]>([
		['a cut connection', (faults) => faults.dropGateway()],
		['a close with 4000', (faults) => faults.dropGateway({ code: 4000 })],
		['a request to reconnect', (faults) => faults.op7()],
		['a resumable invalid session', (faults) => faults.op9(true)],
		['heartbeats without acknowledgement', (faults) => faults.muteAcks(true)],
	])('%s', async (_case, play) => {
		const scene = await aDiscord({ heartbeatInterval: 250 });
		const { discord, alice } = scene;
		await aBot(scene, [ask], (interaction) => interaction.isChatInputCommand() && interaction.reply('hi'));
		play(discord.faults);
		await discord.until(() => discord.gatewayTraffic.closes.length + discord.gatewayTraffic.resumes > 0);
		discord.faults.muteAcks(false);
		const outcome = await alice.slash('ask');
		expect(outcome.message?.content).toBe('hi');
		expect(discord.gatewayTraffic.identifies).toBe(1);
		expect(discord.gatewayTraffic.resumes).toBeGreaterThan(0);
	});

	test('not when its token is refused: the login fails for good', async () => {
		const scene = await aDiscord();
		scene.discord.faults.refuseIdentify(4004);
		await expect(aBot(scene, [], () => undefined)).rejects.toThrow('Authentication failed');
	});
});
