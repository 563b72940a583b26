import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { App } from '../app.ts';
import { UserError } from '../core/user-error.ts';
import { type Caller, holds } from './caller.ts';

/**
 * Who may do something:
 * - `moderator`: who may manage the server, or has the role that curates its answers
 * - `manager`: only who may manage the server
 */
export type Requirement = 'moderator' | 'manager';

/** What it takes in Discord's own words, as the default for a command. */
export const MANAGE_SERVER = PermissionFlagsBits.ManageGuild;

/** Refuses a caller who lacks a right. Says the same whatever was asked for, so that nothing leaks. */
export async function demand(
	requirement: Requirement | undefined,
	app: Pick<App, 'moderatorRole'>,
	caller: Caller,
): Promise<void> {
	if (requirement === undefined || holds(caller, MANAGE_SERVER)) return;
	if (requirement === 'moderator' && (await hasModeratorRole(app, caller))) return;
	throw new UserError('This is for moderators of this server: it needs the “Manage Server” permission.');
}

/** Whether the caller curates the server's answers. */
export async function isModerator(app: Pick<App, 'moderatorRole'>, caller: Caller): Promise<boolean> {
	return holds(caller, MANAGE_SERVER) || (await hasModeratorRole(app, caller));
}

async function hasModeratorRole(
	{ moderatorRole }: Pick<App, 'moderatorRole'>,
	{ guildId, roles }: Caller,
): Promise<boolean> {
	// Nobody without any role has this one, so nothing needs to be read for them.
	if (guildId === undefined || roles.length === 0) return false;
	const role = await moderatorRole(guildId);
	return role !== undefined && roles.includes(role);
}
