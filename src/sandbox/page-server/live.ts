import type { WebSocket } from 'ws';
import type { LocalDiscordEvent } from '../events.ts';
import { buildScene, messagesIn } from './build-scene.ts';
import { doDeed } from './do-deed.ts';
import type { PageOptions } from './page-options.ts';
import { fromPage } from './protocol/from-page.ts';
import { shownModal } from './protocol/shown-interaction.ts';
import type { ToPage } from './protocol/to-page.ts';
import { showRequest } from './show-request.ts';
import type { FaultSwitches } from './troubles.ts';

/** Serves one open page over its WebSocket: does what it asks, and tells it what its person sees. */
export function serveLive(socket: WebSocket, options: PageOptions, switches: FaultSwitches): void {
	const { discord } = options;
	let userId: string | undefined;
	let sceneDue = false;

	const tell = (news: ToPage) => socket.send(JSON.stringify(news));

	function tellSceneSoon(me: string): void {
		if (sceneDue) return;
		sceneDue = true;
		// A world changes in many small steps; the page needs only where they end.
		setImmediate(() => {
			sceneDue = false;
			if (userId === me) tell({ type: 'scene', scene: buildScene(options, switches, me) });
		});
	}

	function onEvent(event: LocalDiscordEvent): void {
		if (userId === undefined) return;
		const news = translate(event, userId);
		if (news) tell(news);
		if (event.type === 'world-changed') tellSceneSoon(userId);
	}

	function translate(event: LocalDiscordEvent, me: string): ToPage | undefined {
		switch (event.type) {
			case 'message-created':
			case 'message-updated': {
				const { id, channelId, visibleTo } = event.message;
				if ((visibleTo !== undefined && visibleTo !== me) || !canRead(me, channelId)) return undefined;
				const message = messagesIn(discord, me, channelId).find((each) => each.id === id);
				return message ? { type: 'message', message } : { type: 'message-gone', channelId, messageId: id };
			}
			case 'message-deleted':
				return { type: 'message-gone', channelId: event.channelId, messageId: event.messageId };
			case 'interaction': {
				const { id, kind, channelId, state, originalId, modal } = event.interaction;
				if (event.interaction.userId !== me || kind === 'autocomplete') return undefined;
				return {
					type: 'interaction',
					interaction: {
						id,
						kind,
						channelId,
						state,
						...(originalId !== undefined && { originalId }),
						...(modal && { modal: shownModal.parse(modal) }),
					},
				};
			}
			case 'typing':
				return canRead(me, event.channelId) ? { type: 'typing', channelId: event.channelId } : undefined;
			case 'request':
				return { type: 'request', request: showRequest(event.request) };
			case 'gateway': {
				const { connected, identifies, resumes } = event.traffic;
				return { type: 'gateway', gateway: { connected, identifies, resumes } };
			}
			case 'clock-moved':
				return { type: 'clock', now: event.now };
			case 'commands-replaced':
				return { type: 'commands-changed' };
			case 'world-changed':
				return undefined;
		}
	}

	function canRead(me: string, channelId: string): boolean {
		try {
			discord.member(me, { channelId });
			return true;
		} catch {
			return false;
		}
	}

	async function answer(text: string): Promise<void> {
		const { re, deed } = fromPage.parse(JSON.parse(text));
		try {
			if (deed.do === 'look') userId = options.cast.find((id) => id === deed.userId) ?? options.cast[0];
			if (userId === undefined) throw new Error('The page has not said who looks');
			const value = await doDeed(options, switches, userId, deed);
			tell({ type: 'answer', re, value });
		} catch (error) {
			tell({ type: 'refused', re, why: error instanceof Error ? error.message : String(error) });
		}
	}

	const unsubscribe = discord.on(onEvent);
	socket.on('message', (data) => {
		// What no page of ours would send is no use answering.
		answer(String(data)).catch(() => socket.close(1008, 'Not a message of this page'));
	});
	socket.on('error', () => socket.terminate());
	socket.on('close', unsubscribe);
}
