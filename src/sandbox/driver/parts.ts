import type { Events } from '../events.ts';
import type { Ledger } from '../interactions/ledger.ts';
import type { InteractionParts } from '../interactions/open-interaction.ts';
import type { MessageBook } from '../messages/message-book.ts';
import type { Channel, User } from '../store/state.ts';
import type { Store } from '../store/store.ts';

/** What the users' side works with. */
export interface DriverParts extends InteractionParts {
	store: Store;
	origin: string;
	events: Events;
	ledger: Ledger;
	messages: MessageBook;
	nextId: () => string;
	/** Interactions whose modal is submitted and closed. */
	closedModals: Set<string>;
}

/** A user at work in a channel. */
export interface Here extends DriverParts {
	user: User;
	channel: Channel;
}
