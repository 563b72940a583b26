import { batch } from '@preact/signals';
import type { Deed } from '../../page-server/protocol/from-page.ts';
import type { Connection } from '../live/connection.ts';
import { applyScene } from './apply-news.ts';
import type { Deeds } from './page.ts';
import type { PageState } from './page-state.ts';
import type { Origin } from './underway.ts';

type Begins = 'slash' | 'click' | 'select' | 'submit' | 'menu';

/** Joins what the person does to the connection and to what the page shows of it. */
export function createDeeds(state: PageState, connection: Connection, now: () => number): Deeds {
	const channelId = () => state.channelId.value;

	const ask: Deeds['ask'] = async (deed) => {
		try {
			return await connection.ask(deed);
		} catch (error) {
			state.notice.value = error instanceof Error ? error.message : String(error);
			return undefined;
		}
	};

	async function begin<Name extends Begins>(
		deed: Extract<Deed, { do: Name }>,
		origin: Origin,
	): Promise<void> {
		const begun = await ask<Begins>(deed);
		if (begun) state.underway.begin(begun.interactionId, origin);
	}

	async function use(deed: Extract<Deed, { do: 'slash' | 'menu' }>): Promise<void> {
		state.sent.value += 1;
		await begin(deed, { kind: 'command', channelId: deed.channelId, name: deed.name });
	}

	return {
		ask,
		async become(userId) {
			const scene = await ask({ do: 'look', ...(userId !== undefined && { userId }) });
			if (scene) applyScene(state, scene, now());
		},
		go(id) {
			batch(() => {
				state.channelId.value = id;
				state.sidebarOpen.value = false;
				const { kept, facts } = state;
				const meId = facts.value?.meId;
				if (meId !== undefined) kept.value = { ...kept.value, places: { ...kept.value.places, [meId]: id } };
			});
		},
		async say(text) {
			state.sent.value += 1;
			await ask({ do: 'say', channelId: channelId(), text });
		},
		useCommand: (name, options) => use({ do: 'slash', channelId: channelId(), name, options }),
		async suggest(name, options, focused) {
			// The list itself says that nothing came.
			const given = await connection
				.ask({ do: 'suggest', channelId: channelId(), name, options, focused })
				.catch(() => undefined);
			return given?.choices;
		},
		useMenu: (name, target) => use({ do: 'menu', channelId: channelId(), name, target }),
		click: (message, customId) =>
			begin(
				{ do: 'click', channelId: message.channelId, messageId: message.id, customId },
				{ kind: 'component', channelId: message.channelId, messageId: message.id, customId },
			),
		select: (message, customId, values) =>
			begin(
				{ do: 'select', channelId: message.channelId, messageId: message.id, customId, values },
				{ kind: 'component', channelId: message.channelId, messageId: message.id, customId },
			),
		async submitModal(fields) {
			const modal = state.modal.value;
			if (!modal) return;
			const { interactionId } = modal;
			await begin(
				{ do: 'submit', channelId: channelId(), interactionId, fields },
				{ kind: 'modal', channelId: channelId() },
			);
		},
		closeModal() {
			batch(() => {
				state.modal.value = undefined;
				for (const { origin, interactionId } of state.underway.all.value)
					if (origin.kind === 'modal') state.underway.drop(interactionId);
			});
		},
		async moveClock(move) {
			await ask({ do: 'clock', move });
		},
		async play(fault) {
			await ask({ do: 'fault', fault });
		},
		keep(change) {
			state.kept.value = { ...state.kept.value, ...change };
		},
	};
}
