import type { GatewayTraffic } from './gateway/traffic.ts';
import type { InteractionView } from './interactions/interaction.ts';
import type { RequestRecord } from './request-log.ts';
import type { Message } from './store/state.ts';

/** What happened in the local Discord, for tests, the demo and the page. */
export type LocalDiscordEvent =
	| { type: 'message-created' | 'message-updated'; message: Message }
	| { type: 'message-deleted'; channelId: string; messageId: string }
	| { type: 'interaction'; interaction: InteractionView }
	| { type: 'request'; request: RequestRecord }
	| { type: 'commands-replaced'; guildId: string | undefined }
	| { type: 'world-changed' }
	| { type: 'typing'; channelId: string }
	| { type: 'gateway'; traffic: GatewayTraffic }
	| { type: 'clock-moved'; now: number };

export type Listener = (event: LocalDiscordEvent) => void;

export interface Events {
	emit(event: LocalDiscordEvent): void;
	/** The answer ends the subscription. */
	on(listener: Listener): () => void;
}

export function createEvents(): Events {
	const listeners = new Set<Listener>();
	return {
		emit(event) {
			for (const listener of [...listeners]) listener(event);
		},
		on(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
	};
}
