import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rival } from './rival.ts';

const version = '0.1.1';
const manifest = {
	private: true,
	dependencies: { 'discord-digital-twin': version },
	// npm does not have the version that it asks for.
	overrides: { spiceflow: '1.19.0' },
};

interface TwinModule {
	DigitalDiscord: new (options: object) => DigitalDiscord;
}

interface DigitalDiscord {
	restUrl: string;
	botToken: string;
	prisma: { channel: { findMany(): Promise<{ id: string }[]> } };
	start(): Promise<void>;
	stop(): Promise<void>;
	getFirstNonBotUserId(): Promise<string | null>;
	simulateSlashCommand(command: object): Promise<unknown>;
	simulateButtonClick(click: object): Promise<unknown>;
}

/** Starts the `discord-digital-twin` found under `folder`, installing it there first when it is missing. */
export async function startDigitalTwin(folder: string): Promise<Rival> {
	const { DigitalDiscord }: TwinModule = await import(pathToFileURL(await installed(folder)).href);
	const twin = new DigitalDiscord({
		channels: [{ name: 'general', type: 0 }],
		users: [{ username: 'alice' }],
	});
	await twin.start();
	const [channel] = await twin.prisma.channel.findMany();
	const channelId = channel?.id ?? '';
	const memberId = (await twin.getFirstNonBotUserId()) ?? '';
	return {
		name: `discord-digital-twin ${version}`,
		restUrl: twin.restUrl,
		token: twin.botToken,
		channelId,
		memberId,
		async slash(name, options) {
			const values = Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value }));
			await twin.simulateSlashCommand({ channelId, userId: memberId, name, options: values });
		},
		async click(messageId, customId) {
			await twin.simulateButtonClick({ channelId, userId: memberId, messageId, customId });
		},
		stop: () => twin.stop(),
	};
}

async function installed(folder: string): Promise<string> {
	const entry = join(folder, 'node_modules', 'discord-digital-twin', 'dist', 'index.js');
	if (existsSync(entry)) return entry;
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
	if (npm.status !== 0) throw new Error(`npm could not install discord-digital-twin in ${folder}`);
	return entry;
}
