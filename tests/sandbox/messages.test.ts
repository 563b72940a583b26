import { describe, expect, test } from 'vitest';
import { aDiscord } from './support/a-discord.ts';
import { call, verdict } from './support/raw-rest.ts';

describe('messages', () => {
	test('are sent, read, changed and deleted', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const route = `/channels/${channelId}/messages`;
		const first = await call(discord, `POST ${route}`, { content: 'one' });
		const reply = await call(discord, `POST ${route}`, {
			content: 'two',
			message_reference: { message_id: first.json['id'] },
		});
		expect(reply.json).toMatchObject({ type: 19, referenced_message: { content: 'one' } });
		expect((await call(discord, `GET ${route}?limit=1`)).json).toMatchObject([{ content: 'two' }]);
		const edited = await call(discord, `PATCH ${route}/${first.json['id']}`, { content: 'uno' });
		expect(edited.json).toMatchObject({ content: 'uno', edited_timestamp: expect.any(String) });
		expect(verdict(await call(discord, `DELETE ${route}/${reply.json['id']}`))).toBe('204');
		expect(verdict(await call(discord, `POST /channels/${channelId}/typing`))).toBe('204');
		expect(alice.sees().map(({ content, edited: isEdited }) => [content, isEdited])).toEqual([['uno', true]]);
	});

	test('of others can be neither edited nor deleted without permission', async () => {
		const { discord, guildId, channelId, alice } = await aDiscord();
		const { id } = alice.say('mine');
		const route = `/channels/${channelId}/messages/${id}`;
		expect(verdict(await call(discord, `PATCH ${route}`, { content: 'x' }))).toBe('403 50005');
		expect(verdict(await call(discord, `DELETE ${route}`))).toBe('403 50013');
		discord.world.setPermissions(guildId, discord.botUserId, ['ManageMessages']);
		expect(verdict(await call(discord, `DELETE ${route}`))).toBe('204');
	});

	test('with an enforced nonce are stored once, for a while', async () => {
		const { discord, channelId } = await aDiscord();
		const send = () =>
			call(discord, `POST /channels/${channelId}/messages`, {
				content: 'x',
				nonce: 'job-1',
				enforce_nonce: true,
			});
		const first = await send();
		expect(first.json).toMatchObject({ nonce: 'job-1' });
		expect((await send()).json['id']).toBe(first.json['id']);
		discord.clock.advance(3 * 60_000);
		expect((await send()).json['id']).not.toBe(first.json['id']);
	});

	test('carry files, which can be downloaded', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const form = new FormData();
		form.set(
			'payload_json',
			JSON.stringify({ content: 'see', attachments: [{ id: 0, description: 'A plate' }] }),
		);
		form.set('files[0]', new Blob(['PNG'], { type: 'image/png' }), 'plate of kimchi.png');
		const { json } = await call(discord, `POST /channels/${channelId}/messages`, form);
		expect(json['attachments']).toMatchObject([
			{ filename: 'plate of kimchi.png', size: 3, description: 'A plate' },
		]);
		const [attachment] = alice.sees()[0]?.attachments ?? [];
		const file = await fetch(attachment?.url ?? '');
		expect([file.headers.get('content-type'), await file.text()]).toEqual(['image/png', 'PNG']);
		expect(discord.requests[0]?.files).toEqual([{ filename: 'plate of kimchi.png', size: 3 }]);
	});

	test('with a file that is too large are refused', async () => {
		const { discord, channelId } = await aDiscord();
		const form = new FormData();
		form.set('payload_json', '{}');
		form.set('files[0]', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'big.bin');
		expect(verdict(await call(discord, `POST /channels/${channelId}/messages`, form))).toBe('413 40005');
	});

	test('ping only whom they may', async () => {
		const { discord, channelId, alice } = await aDiscord();
		const content = `@everyone <@${alice.userId}>`;
		const send = (allowed_mentions?: object) =>
			call(discord, `POST /channels/${channelId}/messages`, { content, allowed_mentions });
		await send();
		await send({ parse: [] });
		await send({ users: [alice.userId] });
		expect(alice.sees().map(({ pings }) => pings)).toEqual([
			{ everyone: true, users: [alice.userId], roles: [] },
			{ everyone: false, users: [], roles: [] },
			{ everyone: false, users: [alice.userId], roles: [] },
		]);
	});
});
