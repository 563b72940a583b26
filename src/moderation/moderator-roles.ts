import type { Snowflake } from '../core/snowflake.ts';

/** Which role, if any, curates a server's answers beside those who manage the server. */
export interface ModeratorRoles {
	/** From memory as far as it can be. Never rejects: without an answer from the store nobody else may. */
	of(guildId: Snowflake): Promise<Snowflake | undefined>;
	/** Reads it again at the next question. Without a server: everybody's. */
	refresh(guildId?: Snowflake): void;
}

interface Dependencies {
	read(guildId: Snowflake): Promise<Snowflake | undefined>;
	/** Told why a role is not known. */
	onUnreadable(error: unknown): void;
	/** Milliseconds since some fixed moment, never set. */
	monotonic(): number;
}

/** A role that was taken away in another process must not count for long, should the news of it be missed. */
const GOOD_FOR = 5_000;
const MOST = 1_000;

export function createModeratorRoles({ read, onUnreadable, monotonic }: Dependencies): ModeratorRoles {
	const known = new Map<Snowflake, { role: Promise<Snowflake | undefined>; readAt: number }>();

	return {
		of(guildId) {
			const found = known.get(guildId);
			if (found !== undefined && monotonic() - found.readAt < GOOD_FOR) return found.role;
			const role = read(guildId).catch((error: unknown) => {
				known.delete(guildId);
				onUnreadable(error);
				return undefined;
			});
			known.delete(guildId);
			known.set(guildId, { role, readAt: monotonic() });
			const [oldest] = known.keys();
			if (known.size > MOST && oldest !== undefined) known.delete(oldest);
			return role;
		},
		refresh(guildId) {
			if (guildId === undefined) known.clear();
			else known.delete(guildId);
		},
	};
}
