import { GatewayIntentBits } from 'discord-api-types/v10';
import { everyonePermissions, type Permissions, permissionBits } from '../permissions.ts';
import { renderChannel } from '../render/channel.ts';
import { renderGuildCreate, renderRole } from '../render/guild.ts';
import type { Channel, Guild, Role } from '../store/state.ts';
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
	addChannel(guildId: string, name: string): Channel;
	/** A conversation between users in which the bot is not, for user-installed commands. */
	addPrivateChannel(userIds: readonly string[]): Channel;
	addRole(guildId: string, role: { name: string; permissions?: Permissions; id?: string }): Role;
	/** Adds the bot to a server, or removes it as a moderator would (`GUILD_DELETE`). */
	installBot(guildId: string): void;
	removeBot(guildId: string): void;
	/** A server's channel by name. */
	channel(guildId: string, name: string): Channel;
	guilds(): Guild[];
	channels(): Channel[];
}

export function createServers(scene: Scene, { addUser }: Pick<People, 'addUser'>): Servers {
	const { store, nextId, botUserId, tell, changed, enter, leave, guildFor, userFor } = scene;

	function putChannel(guild: Guild, name: string): Channel {
		const channel: Channel = { kind: 'guild', id: nextId(), guildId: guild.id, name };
		store.channels.set(channel.id, channel);
		return channel;
	}

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
			for (const channel of channels) putChannel(guild, channel);
			if (botInstalled) welcomeBot(guild);
			changed();
			return guild;
		},

		addChannel(guildId, name) {
			const guild = guildFor(guildId);
			const channel = putChannel(guild, name);
			tell('CHANNEL_CREATE', guild, renderChannel(store, channel), GatewayIntentBits.Guilds);
			changed();
			return channel;
		},

		addPrivateChannel(userIds) {
			const recipients = userIds.map((id) => userFor(id).id);
			const channel: Channel = { kind: 'private', id: nextId(), recipients };
			store.channels.set(channel.id, channel);
			changed();
			return channel;
		},

		addRole(guildId, { name, permissions = 0n, id = nextId() }) {
			const guild = guildFor(guildId);
			const role: Role = { id, name, permissions: permissionBits(permissions).toString() };
			guild.roles.push(role);
			const rendered = renderRole(role, guild.roles.length - 1);
			tell('GUILD_ROLE_CREATE', guild, { guild_id: guildId, role: rendered }, GatewayIntentBits.Guilds);
			changed();
			return role;
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

		channel(guildId, name) {
			const found = [...store.channels.values()].find(
				(channel) => channel.kind === 'guild' && channel.guildId === guildId && channel.name === name,
			);
			if (!found) throw new Error(`Server ${guildId} has no channel "${name}"`);
			return found;
		},

		guilds: () => [...store.guilds.values()],
		channels: () => [...store.channels.values()],
	};
}
