import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commands } from '../commands/index.ts';
import { readConfig } from '../src/config.ts';
import { loadContent } from '../src/content.ts';
import { registerCommands } from '../src/discord/register.ts';
import { createRest } from '../src/discord/rest.ts';
import { startGutsy } from '../src/gutsy.ts';
import { createLog } from '../src/ops/log.ts';
import { runToEnd } from '../src/ops/run-to-end.ts';
import { createShutdown } from '../src/ops/shutdown.ts';
import { startEmbeddedRedis } from '../src/redis/embedded-redis.ts';
import { findRedisBinary } from '../src/redis/find-redis-binary.ts';
import { buildDemoScene } from '../src/sandbox/demo-scene.ts';
import { startLocalDiscord } from '../src/sandbox/local-discord.ts';
import { playStory } from './demo/story.ts';
import { createTranscript } from './demo/transcript.ts';

/** Plays the main job against a local Discord and a Redis of its own, and leaves nothing behind. */
async function main(): Promise<void> {
	const log = createLog({ level: 'error', pretty: process.stdout.isTTY });
	const shutdown = createShutdown(log);
	try {
		const content = await loadContent('content');
		const dataDir = await mkdtemp(join(tmpdir(), 'gutsy-demo-'));
		await shutdown.add(() => rm(dataDir, { recursive: true, force: true }));
		const binary = await findRedisBinary({ path: readConfig().PATH, prepared: resolve('.gutsy/bin') });
		const redis = await startEmbeddedRedis({ dataDir, binary });
		await shutdown.add(redis.stop);
		const discord = await startLocalDiscord();
		await shutdown.add(discord.close);
		discord.clock.set(Date.UTC(2026, 10, 22, 9, 0));
		buildDemoScene(discord.world);
		const { token, apiUrl, clock } = discord;
		await registerCommands({ rest: createRest(apiUrl, token), commands: commands.map(({ data }) => data) });
		const gutsy = await startGutsy({
			token,
			apiUrl,
			redis: { kind: 'socket', path: redis.socketPath },
			content,
			roles: ['gateway', 'worker'],
			sendRate: 5,
			shutdownSeconds: 5,
			clock: () => clock.now(),
			log,
			onFatal: (reason) => log.fatal(reason),
		});
		await shutdown.add(gutsy.stop);
		await playStory({
			discord,
			transcript: createTranscript(console.log),
			async moveTo(epochMs) {
				clock.set(epochMs);
				await gutsy.clockMoved();
			},
		});
		console.log('\nEvery step was seen.');
	} finally {
		await shutdown.run();
	}
}

await runToEnd(main);
