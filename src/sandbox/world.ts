import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Events } from './events.ts';
import type { Dispatch, Gateway } from './gateway/gateway.ts';
import { everyonePermissions, type Permissions, permissionBits } from './permissions.ts';
import { renderChannel } from './render/channel.ts';
import { renderGuildCreate, renderMember, renderRole } from './render/guild.ts';
import { renderUser } from './render/user.ts';
import type { Channel, Guild, Member, Role, User } from './store/state.ts';
import { memberOf, type Store } from './store/store.ts';

export interface WorldParts {
	store: Store;
	now: () => number;
	nextId: () => string;
	events: Events;
	gateway: Pick<Gateway, 'dispatch'>;
	botUserId: string;
}

/** Builds and changes the scene: users, servers, members, roles, installations. The bot hears of it over the gateway. */
export interface World {
	addUser(user: { username: string; id?: string; locale?: string; globalName?: string }): User;
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
	/** `permissions` are added to those of @everyone and of the roles. */
	addMember(
		guildId: string,
		userId: string,
		options?: { permissions?: Permissions; roles?: readonly string[] },
	): Member;
	/** Replaces the member's own permissions. */
	setPermissions(guildId: string, userId: string, permissions: Permissions): void;
	setRoles(guildId: string, userId: string, roles: readonly string[]): void;
	removeMember(guildId: string, userId: string): void;
	/** Adds the bot to a server, or removes it as a moderator would (`GUILD_DELETE`). */
	installBot(guildId: string): void;
	removeBot(guildId: string): void;
	/** Installs the app for one user everywhere, or takes that back. */
	userInstall(userId: string): void;
	userUninstall(userId: string): void;
	/** A server's channel by name. */
	channel(guildId: string, name: string): Channel;
	users(): User[];
	guilds(): Guild[];
	channels(): Channel[];
}

export function createWorld(parts: WorldParts): World {
	const { store, now, nextId, events, gateway, botUserId } = parts;

	const changed = () => events.emit({ type: 'world-changed' });
	const tell = (event: string, guild: Guild, data: unknown, intents: Dispatch['intents']) => {
		if (guild.botInstalled) gateway.dispatch({ event, guildId: guild.id, intents, data: () => data });
	};

	function guildFor(id: string): Guild {
		const guild = store.guilds.get(id);
		if (!guild) throw new Error(`There is no server ${id}`);
		return guild;
	}

	function userFor(id: string): User {
		const user = store.users.get(id);
		if (!user) throw new Error(`There is no user ${id}`);
		return user;
	}

	function memberFor(guildId: string, userId: string): Member {
		const member = memberOf(guildFor(guildId), userId);
		if (!member) throw new Error(`User ${userId} is not a member of server ${guildId}`);
		return member;
	}

	function enter(
		guild: Guild,
		userId: string,
		permissions: Permissions = 0n,
		roles: readonly string[] = [],
	): Member {
		const stranger = roles.find((id) => !guild.roles.some((role) => role.id === id));
		if (stranger !== undefined) throw new Error(`Server ${guild.id} has no role ${stranger}`);
		const member: Member = {
			userId: userFor(userId).id,
			roles: [...roles],
			permissions: permissionBits(permissions).toString(),
			joinedAt: now(),
		};
		guild.members = [...guild.members.filter((each) => each.userId !== userId), member];
		return member;
	}

	function leave(guild: Guild, userId: string): void {
		guild.members = guild.members.filter((member) => member.userId !== userId);
	}

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

	const addUser: World['addUser'] = ({ username, id = nextId(), locale = 'en-US', globalName }) => {
		const user: User = { id, username, locale, bot: false, appInstalled: false, dms: 'open' };
		if (globalName !== undefined) user.globalName = globalName;
		store.users.set(id, user);
		changed();
		return user;
	};

	return {
		addUser,

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
			const channel: Channel = {
				kind: 'private',
				id: nextId(),
				recipients: userIds.map((id) => userFor(id).id),
			};
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

		addMember(guildId, userId, { permissions, roles } = {}) {
			const guild = guildFor(guildId);
			const member = enter(guild, userId, permissions, roles);
			const rendered = { ...renderMember(store, member), guild_id: guildId };
			tell('GUILD_MEMBER_ADD', guild, rendered, GatewayIntentBits.GuildMembers);
			changed();
			return member;
		},

		setPermissions(guildId, userId, permissions) {
			memberFor(guildId, userId).permissions = permissionBits(permissions).toString();
			changed();
		},

		setRoles(guildId, userId, roles) {
			const member = memberFor(guildId, userId);
			enter(guildFor(guildId), userId, BigInt(member.permissions), roles);
			changed();
		},

		removeMember(guildId, userId) {
			const guild = guildFor(guildId);
			leave(guild, userId);
			const data = { guild_id: guildId, user: renderUser(userFor(userId)) };
			tell('GUILD_MEMBER_REMOVE', guild, data, GatewayIntentBits.GuildMembers);
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

		userInstall(userId) {
			userFor(userId).appInstalled = true;
			changed();
		},

		userUninstall(userId) {
			userFor(userId).appInstalled = false;
			changed();
		},

		channel(guildId, name) {
			const found = [...store.channels.values()].find(
				(channel) => channel.kind === 'guild' && channel.guildId === guildId && channel.name === name,
			);
			if (!found) throw new Error(`Server ${guildId} has no channel "${name}"`);
			return found;
		},

		users: () => [...store.users.values()],
		guilds: () => [...store.guilds.values()],
		channels: () => [...store.channels.values()],
	};
}
