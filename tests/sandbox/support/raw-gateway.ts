import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../../src/sandbox/local-discord.ts';
import type { Scene } from './a-discord.ts';

export interface Frame {
	op: number;
	// The tests look into payloads freely.
	d: ReturnType<typeof JSON.parse>;
	s: number | null;
	t: string | null;
}

/** A gateway connection without any client's help. */
export interface RawGateway {
	frames: Frame[];
	send(frame: unknown): void;
	/** The first frame, past ones included, that fits; consumed by asking. */
	next(fits: string | ((frame: Frame) => boolean)): Promise<Frame>;
	closed: Promise<number>;
	close(code: number): void;
	cut(): void;
}

export function openGateway({ discord, onEnd }: Scene, url = gatewayUrl(discord)): RawGateway {
	const socket = new WebSocket(url);
	const frames: Frame[] = [];
	const unread: Frame[] = [];
	const waiting = new Set<() => void>();
	socket.on('message', (data) => {
		const frame: Frame = JSON.parse(String(data));
		frames.push(frame);
		unread.push(frame);
		for (const look of [...waiting]) look();
	});
	const closed = new Promise<number>((resolve) => {
		socket.on('close', resolve);
		socket.on('error', () => resolve(0));
	});
	onEnd(() => socket.terminate());
	return {
		frames,
		send: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
		next: (fits) =>
			new Promise((resolve) => {
				const test = typeof fits === 'string' ? (frame: Frame) => frame.t === fits : fits;
				const look = () => {
					const index = unread.findIndex(test);
					const [found] = index < 0 ? [] : unread.splice(index, 1);
					if (!found) return;
					waiting.delete(look);
					resolve(found);
				};
				waiting.add(look);
				look();
			}),
		closed,
		close: (code) => socket.close(code),
		cut: () => socket.terminate(),
	};
}

export function gatewayUrl(discord: LocalDiscord): string {
	return `${discord.origin.replace('http', 'ws')}/gw?v=10&encoding=json`;
}

export function identify(token: string, intents: unknown = 0, more: object = {}) {
	return {
		op: 2,
		d: { token, intents, properties: { os: 'linux', browser: 'test', device: 'test' }, ...more },
	};
}

/** A connection that has logged in; `ready` is the READY payload. */
export async function login(scene: Scene, intents = 0): Promise<RawGateway & { ready: Frame['d'] }> {
	const gateway = openGateway(scene);
	await gateway.next((frame) => frame.op === 10);
	gateway.send(identify(scene.discord.token, intents));
	const ready = await gateway.next('READY');
	return { ...gateway, ready: ready.d };
}
