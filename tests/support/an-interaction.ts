import type { APIInteraction } from 'discord-api-types/v10';

/** An interaction of a member in server 900, as far as Gutsy reads it. */
export function anInteraction(part: Record<string, unknown> & { type: number }): APIInteraction {
	const interaction = {
		id: '10',
		application_id: '1',
		token: 'token',
		version: 1,
		locale: 'en-GB',
		guild_id: '900',
		channel_id: '800',
		channel: { id: '800', type: 0 },
		authorizing_integration_owners: { 0: '900' },
		member: { user: { id: '700', username: 'anna' }, permissions: '0', roles: [] },
		...part,
	};
	return JSON.parse(JSON.stringify(interaction)) as APIInteraction;
}
