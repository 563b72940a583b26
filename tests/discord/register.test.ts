import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/sandbox/local-discord.ts';

let discord: LocalDiscord;
beforeEach(async () => {
	discord = await startLocalDiscord();
});
afterEach(async () => {
	expect(discord.problems()).toEqual([]);
	await discord.close();
});

const ours = commands.map(({ data }) => data);
const register = (guildId?: string, list = ours) =>
	registerCommands({ rest: createRest(discord.apiUrl, discord.token), commands: list, guildId });
const puts = () => discord.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);

describe('registering', () => {
	test('sends the whole list once, and nothing when it is equal', async () => {
		expect((await register()).added).toHaveLength(ours.length);
		expect(await register()).toEqual({ added: [], changed: [], removed: [] });
		expect(puts()).toEqual([`/applications/${discord.applicationId}/commands`]);
	});

	test('sends it again when something changed, and says what', async () => {
		await register();
		const changed = ours.map((command) =>
			command.name === 'help' ? { ...command, description: 'Other words' } : command,
		);
		expect(await register(undefined, changed)).toEqual({ added: [], changed: ['/help'], removed: [] });
		expect(puts()).toHaveLength(2);
	});

	test('can be for one server only', async () => {
		const guild = discord.world.addGuild({ name: 'One', channels: ['general'] });
		await register(guild.id);
		expect(puts()).toEqual([`/applications/${discord.applicationId}/guilds/${guild.id}/commands`]);
	});
});
