import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { aServedScene, connectAs, TOKEN } from './support.ts';

describe('the page server', () => {
	test.each([
		['the page', `/page/${TOKEN}/`, 200],
		['its files', `/page/${TOKEN}/assets/a.js`, 200],
		['the way to the page without the last slash', `/page/${TOKEN}`, 308],
		['nothing under another token', `/page/${'x'.repeat(TOKEN.length)}/`, 404],
		['nothing without a token', '/page/', 404],
		['nothing outside of the page’s files', `/page/${TOKEN}/package.json`, 404],
		['a hint at the root', '/', 404],
	])('serves %s', async (_what, path, status) => {
		const { page } = await aServedScene();
		const { origin } = new URL(page.url);
		expect((await fetch(origin + path, { redirect: 'manual' })).status).toBe(status);
	});

	test('leaves everything else to the local Discord', async () => {
		const { discord, expectProblems } = await aServedScene();
		expectProblems(/Unknown endpoint/);
		expect((await fetch(`${discord.apiUrl}/v10/gateway/bot`)).status).toBe(401);
		expect((await fetch(`${discord.origin}/pages`)).status).toBe(404);
	});

	test('lets the page run only its own scripts, in no frame', async () => {
		const { page } = await aServedScene();
		const { headers } = await fetch(page.url);
		const policy = headers.get('content-security-policy') ?? '';
		for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
			expect(policy.split('; ')).toContain(part);
		expect(policy).not.toContain('unsafe');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
	});

	test('refuses a name that only leads here', async () => {
		const { page } = await aServedScene();
		const asked = request(page.url, { headers: { host: 'evil.example' } }).end();
		const [response] = await once(asked, 'response');
		expect(response.statusCode).toBe(403);
		response.resume();
	});

	test('takes nothing but reading', async () => {
		const { page } = await aServedScene();
		expect((await fetch(page.url, { method: 'POST' })).status).toBe(403);
	});

	test.each([
		['another site’s page', 'http://evil.example', TOKEN],
		['a page of another port', 'http://127.0.0.1:1', TOKEN],
		['someone without an origin', undefined, TOKEN],
		['someone who guesses', 'own', 'x'.repeat(TOKEN.length)],
	])('lets no WebSocket in from %s', async (_who, from, token) => {
		const { page, discord } = await aServedScene();
		const origin = from === 'own' ? new URL(page.url).origin : from;
		const address = `${discord.origin.replace('http', 'ws')}/page/${token}/live`;
		const socket = new WebSocket(address, origin === undefined ? {} : { origin });
		const [error] = await once(socket, 'error');
		expect(String(error)).toContain('403');
	});

	test.each([['not JSON'], ['{}'], ['{"re":1,"deed":{"do":"say","channelId":"x","text":"y"}}']])(
		'hangs up on whoever sends %s',
		async (text) => {
			const viewer = await connectAs(await aServedScene());
			viewer.socket.send(text);
			const [code] = await once(viewer.socket, 'close');
			expect(code).toBe(1008);
		},
	);

	test('serves attachments so that they can run nothing here', async () => {
		const { discord, alice } = await aServedScene();
		const form = new FormData();
		form.set('payload_json', JSON.stringify({ content: 'x' }));
		form.set('files[0]', new File(['<script>1</script>'], 'a.html', { type: 'text/html' }));
		const channel = `${discord.apiUrl}/v10/channels/${alice.channelId}/messages`;
		const sent = await fetch(channel, {
			method: 'POST',
			body: form,
			headers: { authorization: `Bot ${discord.token}` },
		});
		expect(sent.status).toBe(200);
		const url = alice.sees()[0]?.attachments[0]?.url ?? '';
		expect((await fetch(url)).headers.get('content-security-policy')).toContain('sandbox');
	});
});
