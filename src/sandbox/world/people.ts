import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Permissions } from '../permissions.ts';
import { permissionBits } from '../permissions.ts';
import { renderMember } from '../render/guild.ts';
import { renderUser } from '../render/user.ts';
import type { Member, User } from '../store/state.ts';
import type { Scene } from './scene.ts';

export interface People {
	addUser(user: { username: string; id?: string; locale?: string; globalName?: string }): User;
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
	/** Installs the app for one user everywhere, or takes that back. */
	userInstall(userId: string): void;
	userUninstall(userId: string): void;
	users(): User[];
}

export function createPeople(scene: Scene): People {
	const { store, nextId, tell, changed, enter, leave, guildFor, userFor, memberFor } = scene;
	return {
		addUser({ username, id = nextId(), locale = 'en-US', globalName }) {
			const user: User = { id, username, locale, bot: false, appInstalled: false, dms: 'open' };
			if (globalName !== undefined) user.globalName = globalName;
			store.users.set(id, user);
			changed();
			return user;
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
			enter(guildFor(guildId), userId, BigInt(memberFor(guildId, userId).permissions), roles);
			changed();
		},

		removeMember(guildId, userId) {
			const guild = guildFor(guildId);
			leave(guild, userId);
			const data = { guild_id: guildId, user: renderUser(userFor(userId)) };
			tell('GUILD_MEMBER_REMOVE', guild, data, GatewayIntentBits.GuildMembers);
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

		users: () => [...store.users.values()],
	};
}
