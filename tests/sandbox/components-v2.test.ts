import { describe, expect, test } from 'vitest';
import { aBareBot } from './support/a-bare-bot.ts';
import { aDiscord } from './support/a-discord.ts';
import { verdict } from './support/raw-rest.ts';

describe('Components V2', () => {
	const v2 = { flags: 32_768, components: [{ type: 10, content: 'new' }] };

	test('come by an edit that empties what they exclude, and stay', async () => {
		const scene = await aDiscord();
		scene.expectProblems(/LEGACY_FIELDS/, /Refused body/);
		const { begin } = await aBareBot(scene);
		const { respond, edit } = await begin.command();
		await respond(4, { content: 'old' });
		expect(verdict(await edit(v2))).toBe('400 50035');
		expect((await edit({ ...v2, content: null })).json).toMatchObject({ flags: 32_768, content: '' });
		expect(verdict(await edit({ content: 'old' }))).toBe('400 50035');
		expect((await edit({ components: [{ type: 10, content: 'newer' }] })).json).toMatchObject({
			flags: 32_768,
		});
	});

	test('number themselves', async () => {
		const scene = await aDiscord();
		const { begin } = await aBareBot(scene);
		const { respond, get } = await begin.command();
		const section = {
			type: 9,
			components: [{ type: 10, content: 'a' }],
			accessory: { type: 2, style: 1, custom_id: 'x', label: 'X' },
		};
		await respond(4, {
			flags: 32_768,
			components: [{ type: 17, id: 3, components: [section, { type: 14 }] }],
		});
		expect((await get()).json['components']).toMatchObject([
			{
				id: 3,
				components: [
					{ id: 1, components: [{ id: 2 }], accessory: { id: 4 } },
					{ id: 5, spacing: 1 },
				],
			},
		]);
	});
});
