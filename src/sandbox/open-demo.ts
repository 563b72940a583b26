import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDemoScene } from './demo-scene.ts';
import { type LocalDiscord, startLocalDiscord } from './local-discord.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

export interface Demo {
	discord: LocalDiscord;
	/** Keeps everything for the next time and closes. */
	close(): Promise<void>;
}

/** Starts a local Discord with the demo servers, as they were left the last time. */
export async function openDemo(dataDir: string): Promise<Demo> {
	await mkdir(dataDir, { recursive: true });
	const file = join(dataDir, 'local-discord.json');
	const state = await readStateFile(file);
	const discord = await startLocalDiscord(state === undefined ? {} : { state });
	if (state === undefined) buildDemoScene(discord.world);
	return {
		discord,
		async close() {
			await discord.close();
			await writeStateFile(file, discord.snapshot());
		},
	};
}
