import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { serveLive } from './live.ts';
import { isForLoopback, isFromOwnPage, isToken } from './page-guard.ts';
import type { PageOptions } from './page-options.ts';
import type { ToPage } from './protocol/to-page.ts';
import { headersFor } from './security-headers.ts';
import { createFaultSwitches } from './troubles.ts';

/** More than the largest file that Discord takes, in base64. */
const largestDeed = 16 * 1024 * 1024;
const livePath = 'live';

export interface PageServer {
	/** The page's address, with its token. */
	url: string;
	close(): Promise<void>;
}

/** Serves the page on the local Discord's own port, under a path that only its address tells. */
export function startPageServer(options: PageOptions): PageServer {
	const { discord, files, token } = options;
	const { port, host } = new URL(discord.origin);
	const sockets = new WebSocketServer({ noServer: true, maxPayload: largestDeed });
	const switches = createFaultSwitches(discord, options.outside?.store, (troubles) => {
		const news: ToPage = { type: 'troubles', troubles };
		for (const client of sockets.clients) client.send(JSON.stringify(news));
	});

	const send = (response: ServerResponse, status: number, type: string, bytes: Uint8Array | string) => {
		response.writeHead(status, { ...headersFor(host), 'Content-Type': type }).end(bytes);
		return true;
	};

	function request(request: IncomingMessage, response: ServerResponse): boolean {
		const [, first, given = '', ...rest] = new URL(request.url ?? '/', discord.origin).pathname.split('/');
		if (first !== 'page' && first !== '') return false;
		const mayRead = request.method === 'GET' || request.method === 'HEAD';
		if (!isForLoopback(request, port) || !mayRead) return send(response, 403, 'text/plain', 'Forbidden');
		if (first === '')
			return send(response, 404, 'text/plain', 'The page is at the address that was printed at the start.');
		const file = isToken(given, token) ? files.get(rest.join('/') || 'index.html') : undefined;
		if (!file)
			return send(
				response,
				404,
				'text/plain',
				'Not here. The page is at the address that was printed at the last start.',
			);
		if (rest.length === 0) {
			response.writeHead(308, { ...headersFor(host), Location: `/page/${token}/` }).end();
			return true;
		}
		return send(response, 200, file.type, file.bytes);
	}

	const leave = discord.welcome({
		request,
		upgrade(request, socket, head) {
			const [, first, given = '', last] = new URL(request.url ?? '/', discord.origin).pathname.split('/');
			if (first !== 'page') return false;
			const known = isToken(given, token) && last === livePath;
			if (!known || !isForLoopback(request, port) || !isFromOwnPage(request)) {
				socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
				return true;
			}
			sockets.handleUpgrade(request, socket, head, (client) => serveLive(client, options, switches));
			return true;
		},
	});

	return {
		url: `${discord.origin}/page/${token}/`,
		async close() {
			leave();
			for (const client of sockets.clients) client.terminate();
			await new Promise((done) => sockets.close(done));
		},
	};
}
