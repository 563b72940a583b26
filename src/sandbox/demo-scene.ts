import type { World } from './world.ts';

/** A place and people to try the bot with. The ids stay the same, so that what a bot stored about them still fits after a restart. */
export const DEMO = {
	guildId: '100000000000000001',
	otherGuildId: '100000000000000002',
	/** A member of the first server. */
	anna: '200000000000000001',
	/** Another member of it. */
	ben: '200000000000000002',
	/** Moderates the first server. */
	mo: '200000000000000003',
	/** Administers the second server, and is nobody special in the first. */
	ada: '200000000000000004',
	/** Moderates the first server, too: the second pair of eyes for what Mo changes. */
	nia: '200000000000000005',
	/** A role of the first server that Gutsy may hand out, for its own stands above it. */
	dailyRole: '300000000000000001',
	gutsyRole: '300000000000000002',
} as const;

/** Who one can be on the page, in the order in which they stand there. */
export const DEMO_CAST = [DEMO.anna, DEMO.ben, DEMO.mo, DEMO.nia, DEMO.ada] as const;

const DEMO_CHANNELS = ['ask-gutsy', 'wellness', 'mod-log'] as const;

/** Builds the demo servers in an empty world. */
export function buildDemoScene(world: World): void {
	for (const username of ['anna', 'ben', 'mo', 'ada', 'nia'] as const)
		world.addUser({
			username,
			id: DEMO[username],
			globalName: username[0]?.toUpperCase() + username.slice(1),
		});
	world.addGuild({ id: DEMO.guildId, name: 'Gut & Skin Circle', channels: DEMO_CHANNELS });
	world.addGuild({
		id: DEMO.otherGuildId,
		name: 'Another Server',
		channels: DEMO_CHANNELS,
		ownerId: DEMO.ada,
	});
	world.addMember(DEMO.guildId, DEMO.anna);
	world.addMember(DEMO.guildId, DEMO.ben);
	world.addMember(DEMO.guildId, DEMO.mo, { permissions: ['ManageGuild', 'ManageRoles'] });
	world.addMember(DEMO.guildId, DEMO.nia, { permissions: ['ManageGuild'] });
	world.addMember(DEMO.guildId, DEMO.ada);
	world.addRole(DEMO.guildId, { id: DEMO.dailyRole, name: 'Daily nudge', mentionable: true });
	world.addRole(DEMO.guildId, {
		id: DEMO.gutsyRole,
		name: 'Gutsy',
		permissions: ['ManageRoles'],
		managed: true,
	});
	for (const { id } of world.users().filter(({ bot }) => bot))
		world.setRoles(DEMO.guildId, id, [DEMO.gutsyRole]);
	world.addMember(DEMO.otherGuildId, DEMO.anna);
	world.addMember(DEMO.otherGuildId, DEMO.ada, { permissions: ['Administrator'] });
}
