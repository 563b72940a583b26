import { commands } from '../commands/index.ts';
import type { Config } from './config.ts';
import type { Clock } from './core/clock.ts';
import { registerCommands } from './discord/register.ts';
import { createRest } from './discord/rest.ts';

/** The Discord that this process works with: the real one, or one of its own. */
export interface Discord {
	token: string;
	apiUrl: string;
	clock: Clock;
	/** To be called once Gutsy is at work. */
	onReady(gutsy: { clockMoved(): Promise<void> }): void;
	close(): Promise<void>;
}

/** Without a token, starts the local Discord with its demo servers and registers the commands there. */
export async function findDiscord(config: Config, dataDir: string): Promise<Discord> {
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
	const { discord, close } = await openDemo(dataDir);
	const rest = createRest(discord.apiUrl, discord.token);
	await registerCommands({ rest, commands: commands.map(({ data }) => data) });
	return {
		token: discord.token,
		apiUrl: discord.apiUrl,
		clock: () => discord.clock.now(),
		onReady(gutsy) {
			discord.on((event) => {
				if (event.type === 'clock-moved') void gutsy.clockMoved();
			});
		},
		close,
	};
}
