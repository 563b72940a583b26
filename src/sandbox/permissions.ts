import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Guild } from './store/state.ts';
import { memberOf } from './store/store.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

/** Permissions as bits or by Discord's names, such as `ManageGuild`. */
export type Permissions = bigint | readonly PermissionName[];

export const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What a fresh server's @everyone may do. */
export const everyonePermissions = permissionBits([
	'ViewChannel',
	'SendMessages',
	'SendMessagesInThreads',
	'EmbedLinks',
	'AttachFiles',
	'ReadMessageHistory',
	'AddReactions',
	'UseExternalEmojis',
	'UseApplicationCommands',
	'UseExternalApps',
	'ChangeNickname',
	'CreateInstantInvite',
]);

export function permissionBits(permissions: Permissions): bigint {
	if (typeof permissions === 'bigint') return permissions;
	return permissions.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

/** What a member may do in a guild, roles added up; everything for the owner and administrators, nothing for strangers. */
export function permissionsIn(guild: Guild, userId: string): bigint {
	if (guild.ownerId === userId) return allPermissions;
	const member = memberOf(guild, userId);
	if (!member) return 0n;
	const bits = guild.roles
		.filter((role) => role.id === guild.id || member.roles.includes(role.id))
		.reduce((sum, role) => sum | BigInt(role.permissions), BigInt(member.permissions));
	return bits & PermissionFlagsBits.Administrator ? allPermissions : bits;
}
