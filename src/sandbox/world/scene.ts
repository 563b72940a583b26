import type { Events } from '../events.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { type Permissions, permissionBits } from '../permissions.ts';
import type { Guild, Member, User } from '../store/state.ts';
import { memberOf, type Store } from '../store/store.ts';

export interface SceneParts {
	store: Store;
	now: () => number;
	nextId: () => string;
	events: Events;
	gateway: Pick<Gateway, 'dispatch'>;
	botUserId: string;
}

/** What building the world stands on: finding things, moving members in and out, telling bot and listeners. */
export interface Scene extends SceneParts {
	guildFor(id: string): Guild;
	userFor(id: string): User;
	memberFor(guildId: string, userId: string): Member;
	/** Makes a user a member, or replaces what they may do as one. */
	enter(guild: Guild, userId: string, permissions?: Permissions, roles?: readonly string[]): Member;
	leave(guild: Guild, userId: string): void;
	/** Sends a gateway event of a guild, if the bot is in it, to sessions with one of the intents. */
	tell(event: string, guild: Guild, data: unknown, intents: number): void;
	changed(): void;
}

export function createScene(parts: SceneParts): Scene {
	const { store, now, events, gateway } = parts;

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

	return {
		...parts,
		guildFor,
		userFor,
		memberFor(guildId, userId) {
			const member = memberOf(guildFor(guildId), userId);
			if (!member) throw new Error(`User ${userId} is not a member of server ${guildId}`);
			return member;
		},
		enter(guild, userId, permissions = 0n, roles = []) {
			const unknown = roles.find((id) => !guild.roles.some((role) => role.id === id));
			if (unknown !== undefined) throw new Error(`Server ${guild.id} has no role ${unknown}`);
			const member: Member = {
				userId: userFor(userId).id,
				roles: [...roles],
				permissions: permissionBits(permissions).toString(),
				joinedAt: memberOf(guild, userId)?.joinedAt ?? now(),
			};
			guild.members = [...guild.members.filter((each) => each.userId !== userId), member];
			return member;
		},
		leave(guild, userId) {
			guild.members = guild.members.filter((member) => member.userId !== userId);
		},
		tell(event, guild, data, intents) {
			if (guild.botInstalled) gateway.dispatch({ event, guildId: guild.id, intents, data: () => data });
		},
		changed: () => events.emit({ type: 'world-changed' }),
	};
}
