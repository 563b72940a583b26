import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Guild, Member, Overwrite } from './store/state.ts';
import { memberOf } from './store/store.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

/** Permissions as bits or by Discord's names, such as `ManageGuild`. */
export type Permissions = bigint | readonly PermissionName[];

const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

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

/**
 * What a member may do in a guild, roles added up, and in one of its channels, with what that channel changes. Everything
 * for the owner and administrators, nothing for strangers.
 */
export function permissionsIn(guild: Guild, userId: string, channel?: Channel): bigint {
	if (guild.ownerId === userId) return allPermissions;
	const member = memberOf(guild, userId);
	if (!member) return 0n;
	const bits = guild.roles
		.filter((role) => role.id === guild.id || member.roles.includes(role.id))
		.reduce((sum, role) => sum | BigInt(role.permissions), BigInt(member.permissions));
	if (bits & PermissionFlagsBits.Administrator) return allPermissions;
	const overwrites = channel?.kind === 'guild' ? (channel.overwrites ?? []) : [];
	return layersOf(overwrites, guild, member).reduce(apply, bits);
}

/** Changes for everyone count least, then those for roles, all at once, and last those for the member alone. */
function layersOf(overwrites: readonly Overwrite[], guild: Guild, member: Member): Overwrite[][] {
	return [
		overwrites.filter(({ id }) => id === guild.id),
		overwrites.filter(({ id }) => member.roles.includes(id)),
		overwrites.filter(({ id }) => id === member.userId),
	];
}

function apply(bits: bigint, layer: readonly Overwrite[]): bigint {
	const all = (kind: 'allow' | 'deny') => layer.reduce((sum, each) => sum | BigInt(each[kind]), 0n);
	return (bits & ~all('deny')) | all('allow');
}

/** How high a member's highest role stands; @everyone is 0. */
export function heightOf(guild: Guild, userId: string): number {
	if (guild.ownerId === userId) return Number.POSITIVE_INFINITY;
	const held = memberOf(guild, userId)?.roles ?? [];
	return Math.max(0, ...held.map((id) => guild.roles.findIndex((role) => role.id === id)));
}
