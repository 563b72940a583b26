import { describe, expect, test } from 'vitest';
import { aDiscord } from './support/a-discord.ts';
import { call, verdict } from './support/raw-rest.ts';

describe('commands', () => {
	const ask = { name: 'ask', description: 'Ask', name_localizations: { de: 'frag' } };
	const menu = { name: 'Ask', type: 3 };

	test('are replaced as a list, keeping the ids of those that stay', async () => {
		const { discord } = await aDiscord();
		const route = `/applications/${discord.applicationId}/commands`;
		const first = await call(discord, `PUT ${route}`, [ask, menu]);
		const second = await call(discord, `PUT ${route}`, [menu, { ...ask, description: 'Ask me' }]);
		const byName = (list: unknown) =>
			Object.fromEntries((list as { name: string; id: string }[]).map((each) => [each.name, each]));
		expect(byName(second.json)).toMatchObject({
			ask: { id: byName(first.json)['ask']?.id, description: 'Ask me', name_localizations: { de: 'frag' } },
			Ask: { id: byName(first.json)['Ask']?.id, type: 3, description: '' },
		});
		expect((await call(discord, `PUT ${route}`, [])).json).toEqual([]);
	});

	test('are upserted one by one, changed and deleted', async () => {
		const { discord } = await aDiscord();
		const route = `/applications/${discord.applicationId}/commands`;
		const made = await call(discord, `POST ${route}`, ask);
		expect(made.status).toBe(201);
		const again = await call(discord, `POST ${route}`, { ...ask, description: 'Ask me' });
		expect(again).toMatchObject({ status: 200, json: { id: made.json['id'] } });
		const id = String(made.json['id']);
		expect((await call(discord, `PATCH ${route}/${id}`, { description: 'Do ask' })).json).toMatchObject({
			name: 'ask',
			description: 'Do ask',
		});
		expect((await call(discord, `GET ${route}/${id}`)).json).toMatchObject({ description: 'Do ask' });
		expect((await call(discord, `GET ${route}`)).json).toMatchObject([{ name: 'ask' }]);
		expect(verdict(await call(discord, `DELETE ${route}/${id}`))).toBe('204');
		expect(verdict(await call(discord, `DELETE ${route}/${id}`))).toBe('404 10063');
	});

	test('of a server stay in it, and localizations are listed when asked for', async () => {
		const { discord, guildId } = await aDiscord();
		const route = `/applications/${discord.applicationId}/guilds/${guildId}/commands`;
		await call(discord, `PUT ${route}`, [ask]);
		expect((await call(discord, `GET ${route}`)).json).toMatchObject([{ guild_id: guildId }]);
		expect((await call(discord, `GET ${route}?with_localizations=true`)).json).toMatchObject([
			{ name_localizations: { de: 'frag' } },
		]);
		expect((await call(discord, `GET /applications/${discord.applicationId}/commands`)).json).toEqual([]);
	});

	test('can be made only so often a day', async () => {
		const { discord } = await aDiscord({ rateLimits: { commandCreates: { limit: 1, perMs: 86_400_000 } } });
		const route = `POST /applications/${discord.applicationId}/commands`;
		await call(discord, route, ask);
		const refused = await call(discord, route, { ...ask, name: 'more' });
		expect(refused).toMatchObject({ status: 429, json: { code: 30034 } });
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000);
	});
});
