import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Caller } from '../../src/discord/caller.ts';

/** A Sunday morning; tests that care for time pass their own. */
export const NOW = Date.UTC(2026, 10, 22, 9, 0);

export function aMember(changes: Partial<Caller> = {}): Caller {
	return {
		userId: '700',
		guildId: '900',
		channelId: '800',
		where: 'server',
		roles: [],
		permissions: 0n,
		now: NOW,
		...changes,
	};
}

export function aModerator(changes: Partial<Caller> = {}): Caller {
	return aMember({ userId: '701', permissions: PermissionFlagsBits.ManageGuild, ...changes });
}
