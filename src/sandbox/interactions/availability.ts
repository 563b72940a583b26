import {
	type ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	PermissionFlagsBits,
} from 'discord-api-types/v10';
import { permissionsIn } from '../permissions.ts';
import type { Channel, Guild, User } from '../store/state.ts';
import { guildOf, memberOf, type Store } from '../store/store.ts';
import type { Command } from '../wire/command.ts';

/** Where an interaction happens, as Discord tells it: guild 0, the bot's DM 1, another private channel 2. */
export function contextOf(channel: Channel): InteractionContextType {
	switch (channel.kind) {
		case 'guild':
			return InteractionContextType.Guild;
		case 'bot-dm':
			return InteractionContextType.BotDM;
		case 'private':
			return InteractionContextType.PrivateChannel;
	}
}

/** By which installations a command reaches a user in a channel; none means that the picker does not list it. */
export function ownersOf(
	store: Store,
	command: Command,
	user: User,
	channel: Channel,
): Record<string, string> {
	const types: readonly number[] = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
	const guild = guildOf(store, channel);
	const owners: Record<string, string> = {};
	if (types.includes(ApplicationIntegrationType.GuildInstall)) {
		if (guild?.botInstalled) owners['0'] = guild.id;
		if (channel.kind === 'bot-dm' && sharesGuild(store, user.id)) owners['0'] = '0';
	}
	if (types.includes(ApplicationIntegrationType.UserInstall) && user.appInstalled) owners['1'] = user.id;
	return owners;
}

/** Whether some guild with the bot has the user as a member. */
export function sharesGuild(store: Store, userId: string): boolean {
	return [...store.guilds.values()].some(
		(guild) => guild.botInstalled && memberOf(guild, userId) !== undefined,
	);
}

/** Why a user cannot use a command here, in words for a failing test; `undefined` when they can. */
export function whyUnavailable(
	store: Store,
	command: Command,
	user: User,
	channel: Channel,
): string | undefined {
	const guild = guildOf(store, channel);
	if (command.guild_id !== undefined && command.guild_id !== guild?.id) return 'it belongs to another server';
	const context = contextOf(channel);
	if (!allowsContext(command, context)) return `its contexts do not include ${context}`;
	if (Object.keys(ownersOf(store, command, user, channel)).length === 0)
		return 'none of its integration types is installed here';
	return guild && whyNotPermitted(command, guild, user);
}

function allowsContext(command: Command, context: InteractionContextType): boolean {
	if (command.contexts) return command.contexts.includes(context);
	return command.dm_permission !== false || context === InteractionContextType.Guild;
}

function whyNotPermitted(command: Command, guild: Guild, user: User): string | undefined {
	const held = permissionsIn(guild, user.id);
	if (!(held & PermissionFlagsBits.UseApplicationCommands)) return 'the member may not use commands';
	if (held & PermissionFlagsBits.Administrator || command.default_member_permissions === undefined)
		return undefined;
	const needed = BigInt(command.default_member_permissions);
	// "0" hides a command from everyone but administrators.
	return needed !== 0n && (held & needed) === needed
		? undefined
		: 'the member lacks its default_member_permissions';
}

/** Every command of one type that a user could use in a channel; a guild's own command hides a global one of its name. */
export function availableCommands(
	store: Store,
	user: User,
	channel: Channel,
	type?: ApplicationCommandType,
): Command[] {
	const usable = [...store.commands.values()].filter(
		(command) =>
			(type === undefined || command.type === type) &&
			whyUnavailable(store, command, user, channel) === undefined,
	);
	return usable.toSorted((a, b) => a.name.localeCompare(b.name));
}
