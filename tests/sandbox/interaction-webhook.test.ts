import { describe, expect, test } from 'vitest';
import { aBareBot, modal } from './support/a-bare-bot.ts';
import { aDiscord } from './support/a-discord.ts';
import { call, verdict } from './support/raw-rest.ts';

describe('the webhook of an interaction', () => {
	test.each([
		['before an acknowledgement', 'command', undefined, '404 10015'],
		['after a modal', 'command', 9, '404 10015'],
		['after suggestions', 'autocomplete', 8, '404 10015'],
	] as const)('does not work %s', async (_case, kind, type, expected) => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, followUp, edit } = await begin[kind]();
		if (type) await respond(type, type === 9 ? modal : { choices: [] });
		expect(verdict(await followUp())).toBe(expected);
		expect(verdict(await edit())).toBe(expected);
	});

	test('is unknown with another token or application', async () => {
		const scene = await aDiscord();
		const { discord } = scene;
		const { begin } = await aBareBot(scene);
		const { payload, respond } = await begin.command();
		await respond(5);
		for (const path of [`${discord.applicationId}/wrong`, `1/${payload.token}`])
			expect(verdict(await call(discord, `POST /webhooks/${path}`, { content: 'x' }))).toBe('404 10015');
	});

	test('ends after 15 minutes, and with it the hope for a deferred answer', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, edit, outcome } = await begin.command();
		await respond(5);
		scene.discord.clock.advance(15 * 60_000);
		expect(verdict(await edit())).toBe('401 50027');
		expect(await outcome).toMatchObject({ responded: false, deferred: true, acknowledgedWith: 5 });
	});

	test('edits the loading message with the first follow-up', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, followUp, outcome } = await begin.command();
		await respond(5, { flags: 64 });
		expect(scene.alice.sees()).toMatchObject([{ loading: true, ephemeral: true }]);
		await followUp({ content: 'first' });
		expect((await outcome).message).toMatchObject({
			content: 'first',
			loading: false,
			ephemeral: true,
			edited: false,
		});
		await followUp({ content: 'second' });
		expect(scene.alice.sees().map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
			['first', true],
			['second', false],
		]);
	});

	test('changes and deletes the original, which is then unknown', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, edit, get, remove } = await begin.command();
		await respond(4, { content: 'hi' });
		expect((await edit()).json).toMatchObject({ content: 'changed', edited_timestamp: expect.any(String) });
		expect((await get()).json).toMatchObject({ content: 'changed' });
		expect(verdict(await remove())).toBe('204');
		expect(verdict(await get())).toBe('404 10008');
		expect(verdict(await edit())).toBe('404 10008');
		expect(scene.alice.sees()).toEqual([]);
	});

	test('reaches ephemeral follow-ups, which the channel does not know', async () => {
		const scene = await aDiscord();
		const { discord, channelId } = scene;
		const { begin } = await aBareBot(scene);
		const { respond, followUp, edit, get, remove } = await begin.command();
		await respond(4, { content: 'hi' });
		const { json } = await followUp({ content: 'psst', flags: 64 });
		const id = String(json['id']);
		for (const method of ['GET', 'PATCH', 'DELETE']) {
			const body = method === 'PATCH' ? { content: 'x' } : undefined;
			expect(verdict(await call(discord, `${method} /channels/${channelId}/messages/${id}`, body))).toBe(
				'404 10008',
			);
		}
		expect(verdict(await edit({ content: 'psst!' }, id))).toBe('200');
		expect((await get(id)).json).toMatchObject({ content: 'psst!', flags: 64 });
		expect(verdict(await remove(id))).toBe('204');
		expect(verdict(await get('1'))).toBe('404 10008');
	});

	test('defers an update and edits the message of the component', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, edit, outcome } = await begin.component();
		await respond(6);
		await edit({ content: 'went', components: [] });
		expect((await outcome).message).toMatchObject({ content: 'went', buttons: [] });
	});

	test('takes five follow-ups where the app is only user-installed', async () => {
		const scene = await aDiscord();
		const { discord, alice } = scene;
		const elsewhere = discord.world.addGuild({ name: 'Elsewhere', channels: ['c'], botInstalled: false });
		discord.world.addMember(elsewhere.id, alice.userId);
		discord.world.userInstall(alice.userId);
		const there = discord.member(alice.userId, { guildId: elsewhere.id, channel: 'c' });
		const { begin } = await aBareBot({ ...scene, alice: there });
		const { respond, followUp, payload } = await begin.command();
		expect(payload).toMatchObject({ context: 0, authorizing_integration_owners: { '1': alice.userId } });
		await respond(4, { content: 'hi' });
		const verdicts = [];
		for (let count = 0; count < 6; count += 1) {
			verdicts.push(verdict(await followUp()));
			discord.clock.advance(2000);
		}
		expect(verdicts).toEqual(['200', '200', '200', '200', '200', '400 40094']);
	});
});
