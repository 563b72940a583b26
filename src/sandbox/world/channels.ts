import { GatewayIntentBits } from 'discord-api-types/v10';
import { type Permissions, permissionBits } from '../permissions.ts';
import { renderChannel } from '../render/channel.ts';
import type { Channel, Guild } from '../store/state.ts';
import type { Scene } from './scene.ts';

type GuildChannel = Extract<Channel, { kind: 'guild' }>;

export interface Channels {
	addChannel(guildId: string, name: string): Channel;
	removeChannel(channelId: string): void;
	/** Sets what a server's channel changes for a role or a member, in place of what it changed before. */
	setOverwrite(channelId: string, overwrite: { id: string; allow?: Permissions; deny?: Permissions }): void;
	/** A conversation between users in which the bot is not, for user-installed commands. */
	addPrivateChannel(userIds: readonly string[]): Channel;
	/** A server's channel by name. */
	channel(guildId: string, name: string): Channel;
	channels(): Channel[];
}

/** Makes a server's channel without telling anyone yet. */
export function putChannel({ store, nextId }: Scene, guild: Guild, name: string): Channel {
	const channel: Channel = { kind: 'guild', id: nextId(), guildId: guild.id, name };
	store.channels.set(channel.id, channel);
	return channel;
}

export function createChannels(scene: Scene): Channels {
	const { store, nextId, tell, changed, guildFor, userFor } = scene;

	function guildChannel(id: string): GuildChannel {
		const channel = store.channels.get(id);
		if (channel?.kind !== 'guild') throw new Error(`No server has a channel ${id}`);
		return channel;
	}

	function announce(event: string, channel: GuildChannel): void {
		const guild = guildFor(channel.guildId);
		tell(event, guild, renderChannel(store, channel), GatewayIntentBits.Guilds);
		changed();
	}

	return {
		addChannel(guildId, name) {
			const { id } = putChannel(scene, guildFor(guildId), name);
			const channel = guildChannel(id);
			announce('CHANNEL_CREATE', channel);
			return channel;
		},

		removeChannel(channelId) {
			const channel = guildChannel(channelId);
			store.channels.delete(channelId);
			store.messages.delete(channelId);
			announce('CHANNEL_DELETE', channel);
		},

		setOverwrite(channelId, { id, allow = 0n, deny = 0n }) {
			const channel = guildChannel(channelId);
			const isRole = guildFor(channel.guildId).roles.some((role) => role.id === id);
			const overwrite = {
				id,
				type: isRole ? (0 as const) : (1 as const),
				allow: permissionBits(allow).toString(),
				deny: permissionBits(deny).toString(),
			};
			channel.overwrites = [...(channel.overwrites ?? []).filter((each) => each.id !== id), overwrite];
			announce('CHANNEL_UPDATE', channel);
		},

		addPrivateChannel(userIds) {
			const recipients = userIds.map((id) => userFor(id).id);
			const channel: Channel = { kind: 'private', id: nextId(), recipients };
			store.channels.set(channel.id, channel);
			changed();
			return channel;
		},

		channel(guildId, name) {
			const found = [...store.channels.values()].find(
				(channel) => channel.kind === 'guild' && channel.guildId === guildId && channel.name === name,
			);
			if (!found) throw new Error(`Server ${guildId} has no channel "${name}"`);
			return found;
		},

		channels: () => [...store.channels.values()],
	};
}
