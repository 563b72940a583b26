import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Outside } from '../../../src/sandbox/page-server/page-options.ts';
import type { Deed } from '../../../src/sandbox/page-server/protocol/from-page.ts';
import { type ToPage, toPage } from '../../../src/sandbox/page-server/protocol/to-page.ts';
import { type PageServer, startPageServer } from '../../../src/sandbox/page-server/start-page-server.ts';
import { aDiscord, type Scene } from '../support/a-discord.ts';

export const TOKEN = 'a-token-for-tests-only';

export interface ServedScene extends Scene {
	page: PageServer;
	bobId: string;
}

/** A local Discord with alice and bob, and the page to it. */
export async function aServedScene(outside?: Outside): Promise<ServedScene> {
	const scene = await aDiscord();
	const { discord, guildId, alice } = scene;
	const bob = discord.world.addUser({ username: 'bob', globalName: 'Bob' });
	discord.world.addMember(guildId, bob.id, { permissions: ['ManageGuild'] });
	const text = (content: string, type: string) => ({ type, bytes: Buffer.from(content) });
	const page = startPageServer({
		discord,
		files: new Map([
			['index.html', text('<!doctype html>', 'text/html')],
			['assets/a.js', text('0', 'text/javascript')],
		]),
		token: TOKEN,
		cast: [alice.userId, bob.id],
		...(outside && { outside }),
	});
	scene.onEnd(() => page.close());
	return { ...scene, page, bobId: bob.id };
}

type News = Exclude<ToPage, { type: 'answer' | 'refused' }>;

export interface Viewer {
	/** The value of the answer; rejects with the reason when it is refused. */
	ask(deed: Deed): Promise<unknown>;
	/** The next news of a type, also one that came already and was not taken. */
	next<Type extends News['type']>(type: Type): Promise<Extract<News, { type: Type }>>;
	/** Types of the news that nobody took. */
	untaken(): string[];
	socket: WebSocket;
}

/** Connects as an open page does. */
export async function connectAs({ page, onEnd }: ServedScene, userId?: string): Promise<Viewer> {
	const { host, origin } = new URL(page.url);
	const socket = new WebSocket(`${page.url.replace('http', 'ws')}live`, { origin });
	onEnd(() => socket.terminate());
	const news: News[] = [];
	const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
	let wake = () => {};
	let count = 0;
	socket.on('message', (data) => {
		const told = toPage.parse(JSON.parse(String(data)));
		if (told.type === 'answer') asked.get(told.re)?.resolve(told.value);
		else if (told.type === 'refused') asked.get(told.re)?.reject(new Error(told.why));
		else news.push(told);
		wake();
	});
	await once(socket, 'open');
	const viewer: Viewer = {
		socket,
		untaken: () => news.map(({ type }) => type),
		ask(deed) {
			count += 1;
			const re = count;
			const answer = new Promise((resolve, reject) => asked.set(re, { resolve, reject }));
			socket.send(JSON.stringify({ re, deed }));
			return answer;
		},
		async next(type) {
			for (;;) {
				const index = news.findIndex((each) => each.type === type);
				// The type says which one it is.
				if (index >= 0) return news.splice(index, 1)[0] as Extract<News, { type: typeof type }>;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		},
	};
	if (host) await viewer.ask({ do: 'look', ...(userId !== undefined && { userId }) });
	return viewer;
}
