import { GatewayIntentBits } from 'discord-api-types/v10';
import { everyonePermissions, type Permissions, permissionBits } from '../permissions.ts';
import { renderGuildCreate, renderRole } from '../render/guild.ts';
import type { Guild, Role } from '../store/state.ts';
import { putChannel } from './channels.ts';
import type { People } from './people.ts';
import type { Scene } from './scene.ts';

export interface Servers {
	/** Makes a server with its text channels; without `ownerId` an owner is made up. */
	addGuild(guild: {
		name: string;
		channels: readonly string[];
		id?: string;
		locale?: string;
		ownerId?: string;
		/** Whether the bot is a member; default true. */
		botInstalled?: boolean;
	}): Guild;
	/** The new role stands above all others. */
	addRole(
		guildId: string,
		role: { name: string; permissions?: Permissions; id?: string; managed?: boolean; mentionable?: boolean },
	): Role;
	/** Changes a role's permissions, or its other marks. */
	changeRole(
		guildId: string,
		roleId: string,
		changes: { permissions?: Permissions; mentionable?: boolean },
	): void;
	/** Adds the bot to a server, or removes it as a moderator would (`GUILD_DELETE`). */
	installBot(guildId: string): void;
	removeBot(guildId: string): void;
	guilds(): Guild[];
}

export function createServers(scene: Scene, { addUser }: Pick<People, 'addUser'>): Servers {
	const { store, nextId, botUserId, tell, changed, enter, leave, guildFor } = scene;

	function welcomeBot(guild: Guild): void {
		guild.botInstalled = true;
		enter(guild, botUserId);
		tell('GUILD_CREATE', guild, renderGuildCreate(store, guild, botUserId), GatewayIntentBits.Guilds);
	}

	return {
		addGuild({ name, channels, id = nextId(), locale = 'en-US', ownerId, botInstalled = true }) {
			const guild: Guild = {
				id,
				name,
				locale,
				ownerId: ownerId ?? addUser({ username: `owner-${id}` }).id,
				botInstalled: false,
				roles: [{ id, name: '@everyone', permissions: everyonePermissions.toString() }],
				members: [],
			};
			store.guilds.set(id, guild);
			enter(guild, guild.ownerId);
			for (const channel of channels) putChannel(scene, guild, channel);
			if (botInstalled) welcomeBot(guild);
			changed();
			return guild;
		},

		addRole(guildId, { name, permissions = 0n, id = nextId(), managed = false, mentionable = false }) {
			const guild = guildFor(guildId);
			const bits = permissionBits(permissions).toString();
			const role: Role = { id, name, permissions: bits, managed, mentionable };
			guild.roles.push(role);
			const rendered = renderRole(role, guild.roles.length - 1);
			tell('GUILD_ROLE_CREATE', guild, { guild_id: guildId, role: rendered }, GatewayIntentBits.Guilds);
			changed();
			return role;
		},

		changeRole(guildId, roleId, { permissions, mentionable }) {
			const guild = guildFor(guildId);
			const role = guild.roles.find(({ id }) => id === roleId);
			if (!role) throw new Error(`Server ${guildId} has no role ${roleId}`);
			if (permissions !== undefined) role.permissions = permissionBits(permissions).toString();
			if (mentionable !== undefined) role.mentionable = mentionable;
			const rendered = renderRole(role, guild.roles.indexOf(role));
			tell('GUILD_ROLE_UPDATE', guild, { guild_id: guildId, role: rendered }, GatewayIntentBits.Guilds);
			changed();
		},

		installBot(guildId) {
			welcomeBot(guildFor(guildId));
			changed();
		},

		removeBot(guildId) {
			const guild = guildFor(guildId);
			tell('GUILD_DELETE', guild, { id: guildId }, GatewayIntentBits.Guilds);
			guild.botInstalled = false;
			leave(guild, botUserId);
			// Discord drops a server's own commands with the bot.
			for (const command of store.commands.values())
				if (command.guild_id === guildId) store.commands.delete(command.id);
			changed();
		},

		guilds: () => [...store.guilds.values()],
	};
}
