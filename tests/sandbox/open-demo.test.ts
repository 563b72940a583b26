import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DEMO } from '../../src/sandbox/demo-scene.ts';
import { type Demo, type DemoOptions, openDemo } from '../../src/sandbox/open-demo.ts';
import { testFolder } from '../support/redis.ts';

const hour = 3_600_000;
const place = { guildId: DEMO.guildId, channel: 'wellness' };
const open: Demo[] = [];

async function start(dataDir: string, options: Partial<DemoOptions> = {}): Promise<Demo> {
	const demo = await openDemo({ dataDir, root: resolve('.'), port: 0, ...options });
	open.push(demo);
	return demo;
}

async function stop(): Promise<void> {
	for (const demo of open.splice(0)) await demo.close();
}

const said = ({ discord }: Demo) =>
	discord
		.member(DEMO.anna, place)
		.sees()
		.map(({ content }) => content);
const token = ({ pageUrl }: Demo) => new URL(pageUrl).pathname;

describe('the demo', () => {
	afterEach(stop);

	test('is after a restart as it was left: messages, the clock, the page’s address', async () => {
		const dataDir = await testFolder();
		const first = await start(dataDir);
		first.discord.member(DEMO.anna, place).say('Hello');
		first.discord.clock.advance(30 * hour);
		await stop();
		const second = await start(dataDir);
		expect(said(second)).toEqual(['Hello']);
		expect(second.discord.clock.now() - Date.now()).toBeGreaterThan(29 * hour);
		expect(token(second)).toBe(token(first));
		expect(second.discord.world.guilds().length).toBe(2);
	});

	test('begins anew when it is asked to', async () => {
		const dataDir = await testFolder();
		const first = await start(dataDir);
		first.discord.member(DEMO.anna, place).say('Hello');
		await stop();
		const second = await start(dataDir, { fresh: true });
		expect(said(second)).toEqual([]);
		expect(token(second)).not.toBe(token(first));
	});

	test('keeps what happens as it happens, for a start after a crash', async () => {
		const dataDir = await testFolder();
		const { discord } = await start(dataDir);
		discord.member(DEMO.anna, place).say('Hello');
		await expect
			.poll(() => readFile(join(dataDir, 'local-discord.json'), 'utf8').catch(() => ''), { timeout: 5_000 })
			.toContain('Hello');
	});

	test('takes a free port when the usual one is taken', async () => {
		const other = createServer();
		await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
		const { port } = other.address() as AddressInfo;
		const demo = await start(await testFolder(), { port });
		expect(new URL(demo.pageUrl).port).not.toBe(String(port));
		expect((await fetch(demo.pageUrl)).status).toBe(200);
		await new Promise((done) => other.close(done));
	});

	test('begins with a member, another, a moderator, and the administrator of a second server', async () => {
		const { discord } = await start(await testFolder());
		const names = discord.world.users().map(({ globalName }) => globalName);
		expect(names).toEqual(expect.arrayContaining(['Anna', 'Ben', 'Mo', 'Ada']));
	});
});
