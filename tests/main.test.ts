import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { registerCommands } from '../src/discord/register.ts';
import { createRest } from '../src/discord/rest.ts';
import { buildDemoScene, DEMO } from '../src/sandbox/demo-scene.ts';
import { type LocalDiscord, startLocalDiscord } from '../src/sandbox/local-discord.ts';
import { testFolder } from './support/redis.ts';

interface Run {
	child: ChildProcess;
	/** All that it has printed so far. */
	printed(): string;
	/** Its exit code, once it has ended. */
	ended: Promise<number | null>;
}

let folder: string;
let discord: LocalDiscord;
const runs: Run[] = [];

beforeEach(async () => {
	folder = await testFolder();
	discord = await startLocalDiscord();
	buildDemoScene(discord.world);
});
afterEach(async () => {
	for (const { child, ended } of runs.splice(0)) {
		child.kill('SIGKILL');
		await ended;
	}
	await discord.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Runs Gutsy as `npm start` does, with nothing in its environment but the path and what is given. */
function run(env: Record<string, string>): Run {
	const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
		env: { PATH: process.env['PATH'] ?? '', GUTSY_DATA_DIR: folder, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let text = '';
	for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => (text += String(chunk)));
	const started: Run = { child, printed: () => text, ended: once(child, 'close').then(([code]) => code) };
	runs.push(started);
	return started;
}

const there = () => ({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });

describe('Gutsy as a process', () => {
	test('needs a token and an address, answers, and stops cleanly when asked to', async () => {
		const rest = createRest(discord.apiUrl, discord.token);
		await registerCommands({ rest, commands: commands.map(({ data }) => data) });
		const gutsy = run(there());
		await discord.until(() => discord.gatewayTraffic.connected > 0, { timeoutMs: 15_000 });
		const anna = discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
		const { message } = await anna.slash('ask', { question: 'what is the gut microbiome' });
		expect(message?.text).toContain('What is the gut microbiome?');

		const second = run(there());
		expect(await second.ended).toBe(1);
		expect(second.printed()).toMatch(/already runs Gutsy on this data folder/);

		gutsy.child.kill('SIGTERM');
		expect(await gutsy.ended).toBe(0);
		expect(discord.gatewayTraffic.connected).toBe(0);
		expect(gutsy.printed()).not.toContain(discord.token);
		expect(gutsy.printed()).not.toContain('microbiome');
	});

	test.each([
		[
			'a token that Discord does not know',
			{ DISCORD_TOKEN: 'wrong.token' },
			'Gutsy could not log in to Discord',
		],
		['mistakes in the configuration', { SEND_RATE: 'fast', LOG_LEVEL: 'loud' }, /SEND_RATE[\s\S]*LOG_LEVEL/],
		[
			'no token in production',
			{ NODE_ENV: 'production', DISCORD_TOKEN: '' },
			'DISCORD_TOKEN: must be set in production',
		],
	])('ends with a message and code 1 for %s', async (_what, env, message) => {
		const gutsy = run({ ...there(), ...env });
		expect(await gutsy.ended).toBe(1);
		expect(gutsy.printed()).toMatch(message);
		expect(gutsy.printed()).not.toMatch(/^\s+at /m);
	});
});
