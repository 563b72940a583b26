import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadContent } from '../../src/content.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type Gutsy, type GutsyOptions, startGutsy } from '../../src/gutsy.ts';
import type { RedisTarget } from '../../src/redis/redis-target.ts';
import { buildDemoScene } from '../../src/sandbox/demo-scene.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/sandbox/local-discord.ts';
import { aLog, type RecordedLog } from './a-log.ts';
import { NOW } from './a-member.ts';
import type { TestRedis } from './redis.ts';

export interface TestGutsy {
	readonly discord: LocalDiscord;
	readonly log: RecordedLog;
	readonly gutsy: Gutsy;
	/** Moves the clock of Discord and Gutsy to an instant, and lets Gutsy look for due nudges. */
	moveTo(epochMs: number): Promise<void>;
	stop(): Promise<void>;
	start(changes?: Partial<GutsyOptions>): Promise<void>;
}

/** Gives the test file that calls it a local Discord with the demo servers, and the whole bot logged in to it before each test. */
export function useGutsy(redis: Pick<TestRedis, 'socketPath'> | { readonly target: RedisTarget }): TestGutsy {
	let discord: LocalDiscord | undefined;
	let gutsy: Gutsy | undefined;
	let log = aLog();
	let content: Awaited<ReturnType<typeof loadContent>> | undefined;

	const there = <Thing>(thing: Thing | undefined): Thing => {
		if (thing === undefined) throw new Error('Only to be used inside a test');
		return thing;
	};
	async function start(changes: Partial<GutsyOptions> = {}): Promise<void> {
		const { apiUrl, token, clock } = there(discord);
		gutsy = await startGutsy({
			token,
			apiUrl,
			redis: 'target' in redis ? redis.target : { kind: 'socket', path: redis.socketPath },
			content: there(content),
			roles: ['gateway', 'worker'],
			sendRate: 40,
			shutdownSeconds: 1,
			clock: () => clock.now(),
			log,
			onFatal: (reason) => log.fatal(reason),
			...changes,
		});
	}
	async function stop(): Promise<void> {
		const stopping = gutsy;
		gutsy = undefined;
		await stopping?.stop();
	}

	beforeAll(async () => {
		content = await loadContent('content');
	});
	beforeEach(async () => {
		log = aLog();
		discord = await startLocalDiscord();
		discord.clock.set(NOW);
		buildDemoScene(discord.world);
		const rest = createRest(discord.apiUrl, discord.token);
		await registerCommands({ rest, commands: commands.map(({ data }) => data) });
		await start();
	});
	afterEach(async () => {
		await stop();
		const problems = discord?.problems();
		await discord?.close();
		expect(problems).toEqual([]);
	});
	return {
		get discord() {
			return there(discord);
		},
		get gutsy() {
			return there(gutsy);
		},
		get log() {
			return log;
		},
		start,
		stop,
		async moveTo(epochMs) {
			there(discord).clock.set(epochMs);
			await there(gutsy).clockMoved();
		},
	};
}
