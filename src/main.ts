import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { loadContent } from './content.ts';
import { findDiscord } from './find-discord.ts';
import { findRedis } from './find-redis.ts';
import { forgetAll } from './forget-all.ts';
import { startGutsy } from './gutsy.ts';
import { openBrowser } from './open-browser.ts';
import { createLog } from './ops/log.ts';
import { runToEnd } from './ops/run-to-end.ts';
import { createShutdown } from './ops/shutdown.ts';

/** After everything is closed nothing should keep the process; if something does, it is not waited for. */
const LEFTOVER_GRACE = 2_000;

async function main(): Promise<void> {
	const { values: asked } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
	const misspelt: string[] = [];
	const config = readConfig((sentence) => misspelt.push(sentence));
	const log = createLog({ level: config.LOG_LEVEL, pretty: process.stdout.isTTY });
	for (const sentence of misspelt) log.warn(sentence);
	const root = projectRoot(import.meta.dirname);
	const dataDir = resolve(root, config.GUTSY_DATA_DIR);
	const content = await loadContent(join(root, 'content'));

	const shutdown = createShutdown(log);
	const stop = async (exitCode: number) => {
		process.exitCode = exitCode;
		await shutdown.run();
		setTimeout(() => process.exit(), LEFTOVER_GRACE).unref();
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			log.info({ signal }, 'Stopping');
			void stop(0);
		});

	// Nothing should come here; what does is told without Node's own dump, which would show requests and their tokens.
	for (const event of ['uncaughtException', 'unhandledRejection'] as const)
		process.on(event, (err: unknown) => {
			log.fatal({ err }, 'A mistake went unnoticed; Gutsy stops');
			void stop(1);
		});

	try {
		const fresh = asked.fresh && config.DISCORD_TOKEN === undefined;
		const redis = await findRedis(config, { dataDir, root, log });
		await shutdown.add(redis.stop);
		if (fresh && redis.store !== undefined) await forgetAll(redis.target);
		if (config.REDIS_URL !== undefined && config.DISCORD_TOKEN === undefined)
			log.warn(
				'The demo works on the Redis of REDIS_URL: what is due there for real members would go to the local Discord',
			);
		const discord = await findDiscord(config, { dataDir, root, fresh, store: redis.store, log });
		await shutdown.add(discord.close);
		const starting = startGutsy({
			...discord,
			redis: redis.target,
			content,
			roles: config.GUTSY_ROLES,
			hashKey: config.HASH_KEY,
			sendRate: config.SEND_RATE,
			redisMayForget: config.REDIS_MAY_FORGET === 'yes',
			shutdownSeconds: config.SHUTDOWN_SECONDS,
			log,
			onFatal(reason) {
				log.fatal(reason);
				void stop(1);
			},
		});
		// Noted before it is ready: who stops Gutsy while it starts must not find Redis gone first.
		await shutdown.add(async () => (await starting.catch(() => undefined))?.stop());
		const gutsy = await starting;
		discord.onReady(gutsy);
		if (discord.pageUrl !== undefined) {
			process.stdout.write(
				`\n  Try Gutsy in a browser: ${discord.pageUrl}\n  Ctrl-C stops it; everything is kept for the next start.\n\n`,
			);
			openBrowser(discord.pageUrl, config);
		}
	} catch (error) {
		await stop(1);
		throw error;
	}
}

/** The folder of package.json, from the sources as well as from what was built of them. */
function projectRoot(from: string): string {
	return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

await runToEnd(main);
