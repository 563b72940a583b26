import { ChannelType } from 'discord-api-types/v10';
import type { Channel } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { renderUser } from './user.ts';

export function renderChannel(store: Store, channel: Channel) {
	const common = { id: channel.id, flags: 0 };
	switch (channel.kind) {
		case 'guild':
			return {
				...common,
				type: ChannelType.GuildText,
				guild_id: channel.guildId,
				name: channel.name,
				position: 0,
				topic: null,
				parent_id: null,
				nsfw: false,
				rate_limit_per_user: 0,
				permission_overwrites: channel.overwrites ?? [],
			};
		case 'bot-dm':
			return { ...common, type: ChannelType.DM, recipients: renderUsers(store, [channel.userId]) };
		case 'private':
			return {
				...common,
				type: ChannelType.GroupDM,
				recipients: renderUsers(store, channel.recipients),
				name: null,
				icon: null,
				owner_id: channel.recipients[0] ?? channel.id,
			};
	}
}

function renderUsers(store: Store, ids: readonly string[]) {
	return ids.flatMap((id) => {
		const user = store.users.get(id);
		return user ? [renderUser(user)] : [];
	});
}
