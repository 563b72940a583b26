import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDemoScene, DEMO_CAST } from './demo-scene.ts';
import { DEMO_TOUR } from './demo-tour.ts';
import { keepSaved } from './keep-saved.ts';
import { type LocalDiscord, startLocalDiscord } from './local-discord.ts';
import type { LocalDiscordOptions } from './options.ts';
import { readPageFile, writePageFile } from './page-file.ts';
import { type BuildReport, buildPage } from './page-server/build-page.ts';
import type { Outside } from './page-server/page-options.ts';
import { startPageServer } from './page-server/start-page-server.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

export interface DemoOptions {
	/** Where the demo is kept from one start to the next. */
	dataDir: string;
	/** The folder of package.json. */
	root: string;
	/** Forgets everything that was kept. */
	fresh?: boolean;
	/** Default 8787. Where somebody is there already, a free one is taken. */
	port?: number;
	/** What the page can do beyond the local Discord. */
	outside?: Outside;
	/** Told when the page had to be built. */
	onBuilt?(report: BuildReport): void;
}

export interface Demo {
	discord: LocalDiscord;
	/** Where a browser finds it. */
	pageUrl: string;
	/** Keeps everything for the next time and closes. */
	close(): Promise<void>;
}

const usualPort = 8787;

/** Starts a local Discord with the demo servers and the page to it, as they were left the last time. */
export async function openDemo({
	dataDir,
	root,
	fresh,
	port = usualPort,
	outside,
	onBuilt,
}: DemoOptions): Promise<Demo> {
	await mkdir(dataDir, { recursive: true });
	const discordFile = join(dataDir, 'local-discord.json');
	const pageFile = join(dataDir, 'page.json');
	if (fresh) await Promise.all([discordFile, pageFile].map((file) => rm(file, { force: true })));
	const files = await buildPage({
		root,
		cacheDir: join(root, '.gutsy/page'),
		...(onBuilt && { onBuilt }),
	});
	const { token, clockLeadMs } = await readPageFile(pageFile);
	const state = await readStateFile(discordFile);
	const discord = await startOnPort(port, state === undefined ? {} : { state });
	if (state === undefined) buildDemoScene(discord.world);
	if (clockLeadMs !== 0) discord.clock.advance(clockLeadMs);
	const page = startPageServer({
		discord,
		files,
		token,
		cast: DEMO_CAST,
		tour: DEMO_TOUR,
		...(outside && { outside }),
	});

	const saved = keepSaved(discord, async () => {
		await writeStateFile(discordFile, discord.snapshot());
		await writePageFile(pageFile, { token, clockLeadMs: discord.clock.now() - Date.now() });
	});
	return {
		discord,
		pageUrl: page.url,
		async close() {
			await page.close();
			await discord.close();
			await saved.finish();
		},
	};
}

async function startOnPort(port: number, options: LocalDiscordOptions): Promise<LocalDiscord> {
	try {
		return await startLocalDiscord({ ...options, port });
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
			return startLocalDiscord(options);
		throw error;
	}
}
