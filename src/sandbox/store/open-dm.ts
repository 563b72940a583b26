import type { Channel } from './state.ts';
import type { Store } from './store.ts';

/** The direct message channel between a user and the bot, made when there is none: always the same one. */
export function openDm(store: Store, nextId: () => string, userId: string): Channel {
	const found = findDm(store, userId);
	if (found) return found;
	const channel: Channel = { kind: 'bot-dm', id: nextId(), userId };
	store.channels.set(channel.id, channel);
	return channel;
}

export function findDm(store: Store, userId: string): Channel | undefined {
	return [...store.channels.values()].find(
		(channel) => channel.kind === 'bot-dm' && channel.userId === userId,
	);
}
