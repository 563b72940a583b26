import { PermissionFlagsBits } from 'discord-api-types/v10';
import { permissionsIn } from '../permissions.ts';
import type { Guild, User } from '../store/state.ts';
import { memberOf } from '../store/store.ts';

/** What someone is, in words for the switch: the most they are anywhere, and where. */
export function describePart(user: User, guilds: readonly Guild[]): string {
	const mine = guilds.filter((guild) => memberOf(guild, user.id));
	const where = (permission: bigint) =>
		mine.find((guild) => (permissionsIn(guild, user.id) & permission) === permission)?.name;
	const administered = where(PermissionFlagsBits.Administrator);
	if (administered !== undefined) return `Administrator of ${administered}`;
	const moderated = where(PermissionFlagsBits.ManageGuild);
	if (moderated !== undefined) return `Moderator of ${moderated}`;
	return 'Member';
}
