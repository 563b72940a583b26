import { openDm } from '../store/open-dm.ts';
import type { Channel } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world.ts';

/** Where a user acts: a channel, a server's channel by name, or the conversation with the bot. */
export type Where = { channelId: string } | { guildId: string; channel: string } | 'dm';

export function channelAt(
	{ store, world, nextId }: { store: Store; world: World; nextId: () => string },
	where: Where,
	userId: string,
): Channel {
	if (where === 'dm') return openDm(store, nextId, userId);
	if ('guildId' in where) return world.channel(where.guildId, where.channel);
	const channel = store.channels.get(where.channelId);
	if (!channel) throw new Error(`There is no channel ${where.channelId}`);
	return channel;
}
