import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Scene } from '../../page-server/protocol/scene.ts';
import type { ShownModal } from '../../page-server/protocol/shown-interaction.ts';
import type { ShownMessage } from '../../page-server/protocol/shown-message.ts';
import type { ShownRequest } from '../../page-server/protocol/shown-request.ts';
import type { Command } from '../../wire/command.ts';
import type { ConnectionState } from '../live/connection.ts';
import type { Kept } from './kept.ts';
import { createUnderway, type UnderwayBook } from './underway.ts';

export type Facts = Omit<Scene, 'messages' | 'requests' | 'now'>;

/** What the composer is to be filled with from elsewhere: a command mention, a tour step. */
export interface ComposerRequest {
	commandName: string;
}

/** Everything that the page shows. */
export interface PageState {
	connection: Signal<ConnectionState>;
	facts: Signal<Facts | undefined>;
	messages: Signal<ReadonlyMap<string, readonly ShownMessage[]>>;
	/** The commands that the person may use in the channel shown. */
	commands: Signal<readonly Command[]>;
	requests: Signal<readonly ShownRequest[]>;
	channelId: Signal<string>;
	modal: Signal<ShownModal | undefined>;
	underway: UnderwayBook;
	/** How many messages and commands the person has sent. */
	sent: Signal<number>;
	kept: Signal<Kept>;
	/** What the sandbox clock is ahead of this machine's, in milliseconds. */
	clockLead: Signal<number>;
	/** This machine's clock, as often as the page looks at it. */
	tick: Signal<number>;
	/** Epoch milliseconds of the sandbox. */
	now: ReadonlySignal<number>;
	typing: Signal<ReadonlyMap<string, number>>;
	composerRequest: Signal<ComposerRequest | undefined>;
	/** Words about something that did not work, until they are dismissed. */
	notice: Signal<string | undefined>;
	toolsOpen: ReadonlySignal<boolean>;
	tourStep: Signal<number | undefined>;
	sidebarOpen: Signal<boolean>;
}

export function createPageState(kept: Kept, { wide, now }: { wide: boolean; now: number }): PageState {
	const keptNow = signal(kept);
	const clockLead = signal(0);
	const tick = signal(now);
	return {
		connection: signal<ConnectionState>('connecting'),
		facts: signal(undefined),
		messages: signal(new Map()),
		commands: signal([]),
		requests: signal([]),
		channelId: signal(''),
		modal: signal(undefined),
		underway: createUnderway(),
		sent: signal(0),
		kept: keptNow,
		clockLead,
		tick,
		now: computed(() => tick.value + clockLead.value),
		typing: signal(new Map()),
		composerRequest: signal(undefined),
		notice: signal(undefined),
		toolsOpen: computed(() => keptNow.value.toolsOpen ?? wide),
		tourStep: signal(undefined),
		sidebarOpen: signal(false),
	};
}
