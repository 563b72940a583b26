import { z } from 'zod';
import type { KeyedHash } from '../core/keyed-hash.ts';
import { type Snowflake, snowflake } from '../core/snowflake.ts';

const FORMER = /^former-[\w-]{8}$/;

/** Who did something to a server's answers: a moderator's id, or what stands in its place since they had their data deleted. */
export const curator = z.union([snowflake, z.string().regex(FORMER)]);

/** Whether nobody can tell any more who it was. */
export function isFormer(by: string): boolean {
	return FORMER.test(by);
}

/** What stands for a moderator who had their data deleted: the same each time in one server, so that two are still told apart. */
export function formerName(hash: KeyedHash, guildId: Snowflake, memberId: Snowflake): string {
	return `former-${hash('moderator', guildId, memberId).slice(0, 8)}`;
}
