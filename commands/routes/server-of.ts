import type { Snowflake } from '../../src/core/snowflake.ts';
import { UserError } from '../../src/core/user-error.ts';
import type { Caller } from '../../src/discord/caller.ts';

/** @throws UserError outside servers that have Gutsy. */
export function serverOf({ guildId }: Pick<Caller, 'guildId'>): Snowflake {
	if (guildId === undefined) throw new UserError('Daily posts are for channels of a server that has Gutsy.');
	return guildId;
}
