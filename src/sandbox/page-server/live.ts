import type { WebSocket } from 'ws';
import type { LocalDiscordEvent } from '../events.ts';
import { buildScene } from './build-scene.ts';
import { doDeed } from './do-deed.ts';
import { newsFor } from './news-for.ts';
import type { PageOptions } from './page-options.ts';
import { fromPage } from './protocol/from-page.ts';
import type { ToPage } from './protocol/to-page.ts';
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
		const news = newsFor(userId, event, discord);
		if (news) tell(news);
		if (event.type === 'world-changed') tellSceneSoon(userId);
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
