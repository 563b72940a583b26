import { signal } from '@preact/signals';
import type { ShownInteraction } from '../../page-server/protocol/shown-interaction.ts';

/** Where something that the person did began. */
export type Origin =
	| { kind: 'command'; channelId: string; name: string }
	| { kind: 'component'; channelId: string; messageId: string; customId: string }
	| { kind: 'modal'; channelId: string };

export interface Underway {
	interactionId: string;
	origin: Origin;
	/** `failed` until it is dismissed or tried again. */
	state: 'pending' | 'failed';
}

export type UnderwayBook = ReturnType<typeof createUnderway>;

/** What the person has begun and the bot has not answered yet, and what it failed to answer. */
export function createUnderway() {
	const all = signal<readonly Underway[]>([]);
	const unansweredDefers = signal<ReadonlySet<string>>(new Set());
	// News of an interaction may come before the answer that tells its id.
	const early = new Map<string, ShownInteraction['state']>();

	const drop = (interactionId: string) => {
		all.value = all.value.filter((each) => each.interactionId !== interactionId);
	};

	return {
		all,
		/** Messages that stayed at "thinking…" until their time was over. */
		unansweredDefers,

		begin(interactionId: string, origin: Origin): void {
			const state = early.get(interactionId) ?? 'pending';
			if (state === 'acknowledged') return;
			const others = all.value.filter(({ origin: other }) => !isSamePlace(other, origin));
			all.value = [...others, { interactionId, origin, state: state === 'expired' ? 'failed' : 'pending' }];
		},

		learn({ id, state, originalId }: ShownInteraction): void {
			early.set(id, state);
			if (state === 'acknowledged') drop(id);
			if (state !== 'expired') return;
			if (originalId !== undefined) unansweredDefers.value = new Set([...unansweredDefers.value, originalId]);
			all.value = all.value.map((each) => (each.interactionId === id ? { ...each, state: 'failed' } : each));
		},

		drop,

		clear(): void {
			all.value = [];
		},
	};
}

/** Trying again takes the place of the failure before. */
function isSamePlace(a: Origin, b: Origin): boolean {
	if (a.kind === 'component' && b.kind === 'component') return a.messageId === b.messageId;
	return a.kind === 'modal' && b.kind === 'modal';
}
