import { PermissionFlagsBits } from 'discord-api-types/v10';
import { permissionsIn } from '../permissions.ts';
import type { Guild, User } from '../store/state.ts';
import { memberOf } from '../store/store.ts';

interface Part {
	/** In words for the switch. */
	part: string;
	/** The server where that is so. */
	home: Guild | undefined;
}

/** The most that someone is anywhere, and where. */
export function describePart(user: User, guilds: readonly Guild[]): Part {
	const mine = guilds.filter((guild) => memberOf(guild, user.id));
	const where = (permission: bigint) =>
		mine.find((guild) => (permissionsIn(guild, user.id) & permission) === permission);
	const administered = where(PermissionFlagsBits.Administrator);
	if (administered) return { part: `Administrator of ${administered.name}`, home: administered };
	const moderated = where(PermissionFlagsBits.ManageGuild);
	if (moderated) return { part: `Moderator of ${moderated.name}`, home: moderated };
	return { part: 'Member', home: mine[0] };
}
