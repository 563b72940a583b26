import { describe, expect, test } from 'vitest';
import { aDiscord, type Scene } from './support/a-discord.ts';
import { openDm } from './support/fill.ts';
import { call, verdict } from './support/raw-rest.ts';

describe('a direct message', () => {
	test('goes to one and the same channel', async () => {
		const scene = await aDiscord();
		const dm = await openDm(scene);
		expect(await openDm(scene)).toBe(dm);
		await call(scene.discord, `POST /channels/${dm}/messages`, { content: 'Good morning' });
		expect(scene.alice.directMessages()).toMatchObject([{ content: 'Good morning' }]);
	});

	test.each([
		[
			'the user takes none',
			({ discord, alice }: Scene) => discord.faults.closeDms(alice.userId),
			'403 50007',
		],
		[
			'no server is shared',
			({ discord, alice }: Scene) => discord.faults.noMutualGuild(alice.userId),
			'403 50278',
		],
		[
			'the user left',
			({ discord, alice, guildId }: Scene) => discord.world.removeMember(guildId, alice.userId),
			'403 50278',
		],
		['the bot was removed', ({ discord, guildId }: Scene) => discord.world.removeBot(guildId), '403 50278'],
	])('is refused when %s', async (_case, change, expected) => {
		const scene = await aDiscord();
		const dm = await openDm(scene);
		change(scene);
		expect(verdict(await call(scene.discord, `POST /channels/${dm}/messages`, { content: 'x' }))).toBe(
			expected,
		);
	});

	test('is refused when too many are opened too fast', async () => {
		const { discord } = await aDiscord({ rateLimits: { dmOpens: { limit: 1, perMs: 600_000 } } });
		const open = () =>
			call(discord, 'POST /users/@me/channels', {
				recipient_id: discord.world.addUser({ username: 'u' }).id,
			});
		expect([verdict(await open()), verdict(await open())]).toEqual(['200', '403 40003']);
	});

	test('is refused by a server in which the bot may not write', async () => {
		const { discord, channelId, guildId } = await aDiscord();
		discord.world.removeBot(guildId);
		expect(verdict(await call(discord, `POST /channels/${channelId}/messages`, { content: 'x' }))).toBe(
			'403 50001',
		);
	});
});
