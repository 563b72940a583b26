import {
	type APIInteraction,
	ApplicationIntegrationType,
	InteractionContextType,
	PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Snowflake } from '../core/snowflake.ts';

/** Who acts, where, and when: all that a command may know of the interaction. */
export interface Caller {
	userId: Snowflake;
	/** The server whose moderators curate what is shown; absent in DMs and where Gutsy is only the member's own install. */
	guildId: Snowflake | undefined;
	/** The channel or conversation where they act. */
	channelId: Snowflake | undefined;
	/** In a server, in direct messages with Gutsy (where nobody else reads along), or in others' conversations. */
	where: 'server' | 'dm' | 'group';
	/** The roles they have in this server; none outside servers. */
	roles: readonly Snowflake[];
	/** Discord's computed permissions of the caller in this channel; none outside servers. */
	permissions: bigint;
	/** Epoch milliseconds. */
	now: number;
}

export function callerOf(interaction: APIInteraction, now: number): Caller {
	const user = interaction.member?.user ?? interaction.user;
	if (!user) throw new TypeError('An interaction came without a user');
	const installedIn = interaction.authorizing_integration_owners?.[ApplicationIntegrationType.GuildInstall];
	const guildId = interaction.guild_id;
	return {
		userId: user.id,
		guildId: guildId !== undefined && installedIn === guildId ? guildId : undefined,
		channelId: interaction.channel?.id,
		where: interaction.member
			? 'server'
			: interaction.context === InteractionContextType.BotDM
				? 'dm'
				: 'group',
		roles: interaction.member?.roles ?? [],
		permissions: BigInt(interaction.member?.permissions ?? 0),
		now,
	};
}

/** Whether the caller holds a permission in this server. Administrators hold all. */
export function holds(caller: Caller, permission: bigint): boolean {
	if (caller.guildId === undefined) return false;
	return (caller.permissions & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Whether the caller may write in this channel themselves. */
export function mayWrite({ where, permissions }: Caller): boolean {
	const writing = PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads;
	return where !== 'server' || (permissions & (writing | PermissionFlagsBits.Administrator)) !== 0n;
}
