import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createDownload } from '../../src/discord/download.ts';

let server: Server | undefined;
let asked = 0;

afterEach(() => {
	server?.closeAllConnections();
	server?.close();
	server = undefined;
	asked = 0;
});

async function serve(answer: RequestListener): Promise<string> {
	server = createServer((request, response) => {
		asked += 1;
		answer(request, response);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a download', () => {
	test('gets a file from the configured Discord', async () => {
		const origin = await serve((_request, response) => response.end('id\nkimchi'));
		const download = createDownload({ apiUrl: `${origin}/api`, mostBytes: 100 });
		const found = await download(`${origin}/attachments/1/entries.csv`);
		expect(found).toEqual({ kind: 'bytes', bytes: Buffer.from('id\nkimchi') });
	});

	test.each([
		['a neighbour', 'http://127.0.0.1:1/x'],
		['metadata of a cloud', 'http://169.254.169.254/latest'],
		['a name like Discord’s', 'https://cdn.discordapp.com.example.org/x'],
		['a user name like Discord’s', 'https://cdn.discordapp.com@example.org/x'],
		['Discord’s CDN without encryption', 'http://cdn.discordapp.com/x'],
		['the API itself', 'https://discord.com/api/v10/users/@me'],
		['a file', 'file:///etc/passwd'],
		['no address', 'entries.csv'],
	])('asks nothing of %s', async (_case, url) => {
		const origin = await serve((_request, response) => response.end('secret'));
		const download = createDownload({ apiUrl: `${origin}/api`, mostBytes: 100 });
		expect(await download(url)).toEqual({ kind: 'elsewhere' });
		expect(asked).toBe(0);
	});

	test('asks nothing of the API when that is Discord’s own', async () => {
		const download = createDownload({ apiUrl: 'https://discord.com/api', mostBytes: 100 });
		expect(await download('https://discord.com/api/v10/gateway')).toEqual({ kind: 'elsewhere' });
	});

	test('stops at the limit, whatever length was promised', async () => {
		const origin = await serve((_request, response) => {
			response.write('x'.repeat(60));
			response.write('x'.repeat(60));
		});
		const download = createDownload({ apiUrl: origin, mostBytes: 100 });
		expect(await download(`${origin}/x`)).toEqual({ kind: 'too-large' });
	});

	test('follows no redirect', async () => {
		const origin = await serve((_request, response) =>
			response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
		);
		const download = createDownload({ apiUrl: origin, mostBytes: 100 });
		expect(await download(`${origin}/x`)).toEqual({ kind: 'unavailable' });
		expect(asked).toBe(1);
	});

	test.each([
		['is not there', (response: Parameters<RequestListener>[1]) => response.writeHead(404).end()],
		['breaks off', (response: Parameters<RequestListener>[1]) => response.destroy()],
		['never comes', () => undefined],
	])('tells that a file %s', async (_case, answer) => {
		const origin = await serve((_request, response) => answer(response));
		const download = createDownload({ apiUrl: origin, mostBytes: 100, patience: 300 });
		expect(await download(`${origin}/x`)).toEqual({ kind: 'unavailable' });
	});
});
