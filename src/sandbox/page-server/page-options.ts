import type { LocalDiscord } from '../local-discord.ts';
import type { TourStep } from './protocol/scene.ts';

/** What only whoever wires the page to a bot can do or know. The page itself knows nothing of the bot. */
export interface Outside {
	/** Stops and starts the bot's store, to see what the bot does without it. */
	store?: { stop(): Promise<void>; start(): Promise<void> };
	/** When the bot next writes to someone by itself, in epoch milliseconds. */
	nextMessageAt?(userId: string): Promise<number | undefined>;
}

export interface PageOptions {
	discord: LocalDiscord;
	/** Files of the built page by their path in it, `index.html` among them. */
	files: ReadonlyMap<string, PageFileContent>;
	/** Part of the page's address: whoever does not know it gets nothing. */
	token: string;
	/** Whom the page can be, the first to begin with. */
	cast: readonly string[];
	tour?: readonly TourStep[];
	outside?: Outside;
}

export interface PageFileContent {
	type: string;
	bytes: Uint8Array;
}
