import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { commands } from '../commands/index.ts';
import { registerCommands } from '../src/discord/register.ts';
import { createRest } from '../src/discord/rest.ts';
import { buildDemoScene, DEMO } from '../src/sandbox/demo-scene.ts';
import { startLocalDiscord } from '../src/sandbox/local-discord.ts';

/** A bot in a process of its own, with a local Discord of its own to ask it through. */
export interface Rival {
	/** Asks once and gives the time until the answer was there, in milliseconds. */
	ask(question: string): Promise<number>;
	/** Resident memory of the bot's process, in MiB. */
	memory(): number;
	close(): Promise<void>;
}

export async function startRival(command: readonly string[], env: Record<string, string>): Promise<Rival> {
	const discord = await startLocalDiscord();
	buildDemoScene(discord.world);
	await registerCommands({
		rest: createRest(discord.apiUrl, discord.token),
		commands: commands.map(({ data }) => data),
	});
	const bot = spawn(process.execPath, command, {
		env: { ...process.env, ...env, DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.token },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	async function close(): Promise<void> {
		await end(bot);
		await discord.close();
	}
	const gone = once(bot, 'exit').then(() => {
		throw new Error(`${command.at(-1)} ended before it was there`);
	});
	try {
		await Promise.race([
			discord.until(() => discord.gatewayTraffic.identifies > 0, { timeoutMs: 20_000 }),
			gone,
		]);
	} catch (error) {
		await close();
		throw error;
	}
	const anna = discord.member(DEMO.anna, { guildId: DEMO.guildId, channel: 'ask-gutsy' });
	return {
		async ask(question) {
			const before = performance.now();
			const { message } = await anna.slash('ask', { question });
			if (message === undefined) throw new Error(`${command.at(-1)} did not answer`);
			const taken = performance.now() - before;
			// Seen and gone, so that neither Discord grows while it is measured.
			anna.dismiss(message);
			return taken;
		},
		memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)])) / 1024,
		close,
	};
}

async function end(bot: ChildProcess): Promise<void> {
	if (bot.exitCode !== null) return;
	const exited = once(bot, 'exit');
	bot.kill('SIGTERM');
	await exited;
}
