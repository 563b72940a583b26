import type { Events } from './events.ts';
import type { User } from './store/state.ts';
import type { Store } from './store/store.ts';

export interface UserFaults {
	/** The user takes no direct messages: sends are refused with 50007. */
	closeDms(userId: string): void;
	openDms(userId: string): void;
	/** The user shares no server with the bot any more: sends are refused with 50278. */
	noMutualGuild(userId: string): void;
}

export function createUserFaults(store: Store, events: Events): UserFaults {
	const set = (dms: User['dms']) => (userId: string) => {
		const user = store.users.get(userId);
		if (!user) throw new Error(`There is no user ${userId}`);
		user.dms = dms;
		events.emit({ type: 'world-changed' });
	};
	return { closeDms: set('closed'), openDms: set('open'), noMutualGuild: set('no-mutual-guild') };
}
