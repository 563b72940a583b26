import { ApplicationCommandType, MessageType } from 'discord-api-types/v10';
import { ownersOf, whyUnavailable } from '../interactions/availability.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { openInteraction } from '../interactions/open-interaction.ts';
import { createResolver } from '../interactions/resolved.ts';
import type { Message } from '../store/state.ts';
import { guildOf } from '../store/store.ts';
import type { Command } from '../wire/command.ts';
import { fillOptions, fillWhileTyping, findLeaf, type OptionValue } from './command-options.ts';
import { uploadFile } from './file-to-send.ts';
import type { Here } from './parts.ts';

/** Begins a slash command; throws when this user could not send it here. */
export function openCommand(here: Here, name: string, given: Record<string, OptionValue>): Interaction {
	const { command, words, leaf } = findSlashCommand(here, name);
	const resolver = createResolver(here.render, guildOf(here.store, here.channel));
	const filled = fillOptions(leaf, given, resolver, (file) => uploadFile(here.store, here.nextId, file));
	return openInteraction(here, {
		...here,
		kind: 'command',
		label: `/${[command.name, ...words].join(' ')}`,
		owners: ownersOf(here.store, command, here.user, here.channel),
		answerType: MessageType.ChatInputCommand,
		metadata: { commandName: [command.name, ...words].join(' ') },
		data: { ...dataOf(command), options: leaf.wrap(filled), ...resolvedData(resolver) },
	});
}

/** Begins an autocomplete while `focused` is being typed. */
export function openTyping(
	here: Here,
	name: string,
	given: Record<string, unknown>,
	focused: string,
): Interaction {
	const { command, words, leaf } = findSlashCommand(here, name);
	return openInteraction(here, {
		...here,
		kind: 'autocomplete',
		label: `/${[command.name, ...words].join(' ')}, typing ${focused}`,
		owners: ownersOf(here.store, command, here.user, here.channel),
		answerType: MessageType.ChatInputCommand,
		metadata: {},
		data: { ...dataOf(command), options: leaf.wrap(fillWhileTyping(leaf, given, focused)) },
	});
}

/** Begins a context menu command on a message or a user. */
export function openMenu(here: Here, name: string, target: Message | { userId: string }): Interaction {
	const onUser = 'userId' in target;
	const command = findCommand(
		here,
		name,
		onUser ? ApplicationCommandType.User : ApplicationCommandType.Message,
	);
	const targetId = onUser ? target.userId : target.id;
	const resolver = createResolver(here.render, guildOf(here.store, here.channel));
	if (!onUser) resolver.message(target);
	else if (!resolver.user(targetId)) throw new Error(`There is no user ${targetId}`);
	return openInteraction(here, {
		...here,
		kind: 'command',
		label: command.name,
		owners: ownersOf(here.store, command, here.user, here.channel),
		answerType: MessageType.ContextMenuCommand,
		metadata: {
			commandName: command.name,
			...(onUser ? { targetUserId: targetId } : { targetMessageId: targetId }),
		},
		data: { ...dataOf(command), target_id: targetId, ...resolvedData(resolver) },
	});
}

function findSlashCommand(here: Here, name: string) {
	const [root = '', ...words] = name.replace(/^\//, '').split(' ');
	const command = findCommand(here, root, ApplicationCommandType.ChatInput);
	const leaf = findLeaf(command, words);
	return { command, words, leaf };
}

function findCommand({ store, user, channel }: Here, name: string, type: ApplicationCommandType): Command {
	const named = [...store.commands.values()].filter(
		(command) => command.name === name && command.type === type,
	);
	const reasons = named.map((command) => whyUnavailable(store, command, user, channel));
	const usable = named.filter((_, index) => reasons[index] === undefined);
	// A server's own command comes before a global one of the same name.
	const found = usable.find((command) => command.guild_id !== undefined) ?? usable[0];
	if (found) return found;
	const why = reasons[0] ?? 'it is not registered';
	throw new Error(`${user.username} cannot use "${name}" here: ${why}`);
}

function dataOf({ id, name, type, guild_id }: Command) {
	return { id, name, type, ...(guild_id !== undefined && { guild_id }) };
}

function resolvedData(resolver: ReturnType<typeof createResolver>) {
	const resolved = resolver.resolved();
	return resolved && { resolved };
}
