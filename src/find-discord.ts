import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import { registerCommands } from './discord/register.ts';
import { createRest } from './discord/rest.ts';
import type { Log } from './ops/log.ts';
import type { Outside } from './sandbox/page-server/page-options.ts';

/** The Discord that this process works with: the real one, or one of its own. */
export interface Discord {
	token: string;
	apiUrl: string;
	clock: Clock;
	/** Where the page to try it is, when it is one of our own. */
	pageUrl?: string;
	/** To be called once Gutsy is at work. */
	onReady(gutsy: Ready): void;
	close(): Promise<void>;
}

/** What the sandbox asks of Gutsy. */
interface Ready {
	clockMoved(): Promise<void>;
	nextNudgeAt?(memberId: string): Promise<number | undefined>;
}

export interface DemoSettings {
	dataDir: string;
	/** The folder of package.json. */
	root: string;
	/** Forgets what was kept. */
	fresh: boolean;
	/** Stops and starts Redis, where it is ours. */
	store: Outside['store'];
	log: Log;
}

/** Without a token, starts the local Discord with its demo servers and its page, and registers the commands there. */
export async function findDiscord(config: Config, demo: DemoSettings): Promise<Discord> {
	const apiUrl = config.DISCORD_API_URL;
	if (config.DISCORD_TOKEN !== undefined)
		return {
			token: config.DISCORD_TOKEN,
			apiUrl,
			clock: Date.now,
			onReady: () => undefined,
			close: async () => undefined,
		};

	// Only here: whoever has a token never loads the local Discord.
	const { openDemo } = await import('./sandbox/open-demo.ts');
	let ready: Ready | undefined;
	const { discord, pageUrl, close } = await openDemo({
		...demo,
		outside: {
			...(demo.store && { store: demo.store }),
			nextMessageAt: async (userId) => ready?.nextNudgeAt?.(userId),
		},
		onBuilt: ({ milliseconds, scriptBytes }) =>
			demo.log.info(
				`Built the page in ${(milliseconds / 1000).toFixed(1)} s: ${Math.ceil(scriptBytes / 1000)} kB of script, gzipped`,
			),
	});
	const rest = createRest(discord.apiUrl, discord.token);
	await registerCommands({ rest, commands: commands.map(({ data }) => data) });
	return {
		token: discord.token,
		apiUrl: discord.apiUrl,
		clock: () => discord.clock.now(),
		pageUrl,
		onReady(gutsy) {
			ready = gutsy;
			discord.on((event) => {
				if (event.type === 'clock-moved') void gutsy.clockMoved();
			});
		},
		close,
	};
}
