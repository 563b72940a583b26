import { bySnowflake } from '../snowflakes.ts';
import type { Command } from '../wire/command.ts';
import type { Attachment, Channel, Guild, LocalDiscordState, Member, Message, User } from './state.ts';

export interface StoredFile {
	attachment: Attachment;
	bytes: Uint8Array;
}

/** What the local Discord knows, by id. Messages are kept by channel, in the order in which they were made. */
export interface Store {
	users: Map<string, User>;
	guilds: Map<string, Guild>;
	channels: Map<string, Channel>;
	messages: Map<string, Map<string, Message>>;
	commands: Map<string, Command>;
	files: Map<string, StoredFile>;
}

export function createStore(state: LocalDiscordState | undefined): Store {
	const byId = <Item extends { id: string }>(items: Item[] = []) =>
		new Map(items.map((item) => [item.id, item]));
	const copy = structuredClone(state);
	const store: Store = {
		users: byId(copy?.users),
		guilds: byId(copy?.guilds),
		channels: byId(copy?.channels),
		messages: new Map(),
		commands: byId(copy?.commands),
		files: new Map(),
	};
	for (const message of copy?.messages ?? []) messagesIn(store, message.channelId).set(message.id, message);
	for (const { attachment, base64 } of copy?.files ?? [])
		store.files.set(attachment.id, { attachment, bytes: Buffer.from(base64, 'base64') });
	return store;
}

/** A copy that can be written as JSON; `createStore` reads it back. */
export function snapshotOf(store: Store, botUserId: string, lastSnowflake: string): LocalDiscordState {
	return structuredClone({
		version: 1 as const,
		botUserId,
		lastSnowflake,
		users: [...store.users.values()],
		guilds: [...store.guilds.values()],
		channels: [...store.channels.values()],
		messages: [...store.messages.values()].flatMap((messages) => [...messages.values()]).sort(bySnowflake),
		commands: [...store.commands.values()],
		files: [...store.files.values()].map(({ attachment, bytes }) => ({
			attachment,
			base64: Buffer.from(bytes).toString('base64'),
		})),
	});
}

export function messagesIn(store: Store, channelId: string): Map<string, Message> {
	let messages = store.messages.get(channelId);
	if (!messages) {
		messages = new Map();
		store.messages.set(channelId, messages);
	}
	return messages;
}

export function memberOf(guild: Guild | undefined, userId: string): Member | undefined {
	return guild?.members.find((each) => each.userId === userId);
}

/** The guild that a channel belongs to; a direct or private channel has none. */
export function guildOf(store: Store, channel: Channel): Guild | undefined {
	return channel.kind === 'guild' ? store.guilds.get(channel.guildId) : undefined;
}

/** Whether the bot can read and write the channel over REST: its DMs and the guilds it was added to. */
export function botReaches(store: Store, channel: Channel): boolean {
	return channel.kind === 'bot-dm' || guildOf(store, channel)?.botInstalled === true;
}
