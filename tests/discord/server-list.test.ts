import { describe, expect, test } from 'vitest';
import { createRest } from '../../src/discord/rest.ts';
import { createServerList } from '../../src/discord/server-list.ts';
import { aDiscord } from '../sandbox/support/a-discord.ts';

async function aList() {
	const { discord, guildId } = await aDiscord();
	const rest = createRest(discord.apiUrl, discord.token, { failFast: true });
	return { discord, guildId, servers: createServerList(rest, new AbortController().signal) };
}

describe('the list of servers', () => {
	test('is whole, however many pages it takes', async () => {
		const { discord, servers } = await aList();
		for (let count = 0; count < 400; count += 1) discord.world.addGuild({ name: `${count}`, channels: [] });
		expect(new Set(await servers.list())).toEqual(new Set(discord.world.guilds().map(({ id }) => id)));
	});

	test('is without those that Gutsy was removed from', async () => {
		const { discord, guildId, servers } = await aList();
		expect(await servers.list()).toEqual([guildId]);
		expect(await servers.isIn(guildId)).toBe(true);
		discord.world.removeBot(guildId);
		expect(await servers.list()).toEqual([]);
		expect(await servers.isIn(guildId)).toBe(false);
	});

	test.each([
		['an outage', 503, {}, 'unknown'],
		['a server out of reach', 403, { code: 50001, message: 'Missing Access' }, false],
	] as const)('tells %s apart from a removal', async (_what, status, body, expected) => {
		const { discord, guildId, servers } = await aList();
		discord.faults.onRoute('GET /guilds/{guild_id}', { answer: { kind: 'status', status, body } });
		expect(await servers.isIn(guildId)).toBe(expected);
	});
});
