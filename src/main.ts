import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError, readConfig } from './config.ts';
import { loadContent } from './content.ts';
import { ContentError } from './faq/content-error.ts';
import { findDiscord } from './find-discord.ts';
import { startGutsy } from './gutsy.ts';
import { createLog } from './ops/log.ts';
import { createShutdown } from './ops/shutdown.ts';
import { startEmbeddedRedis } from './redis/embedded-redis.ts';
import { EmbeddedRedisError } from './redis/embedded-redis-error.ts';
import { findRedisBinary } from './redis/find-redis-binary.ts';

/** After everything is closed nothing should keep the process; if something does, it is not waited for. */
const LEFTOVER_GRACE = 2_000;

async function main(): Promise<void> {
	const config = readConfig();
	const log = createLog({ level: config.LOG_LEVEL, pretty: process.stdout.isTTY });
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

	try {
		let redis = config.REDIS_URL;
		if (redis === undefined) {
			const binary = await findRedisBinary({ path: config.PATH, prepared: join(root, '.gutsy/bin') });
			const embedded = await startEmbeddedRedis({
				dataDir,
				binary,
				onLog: (level, line) => log[level === 'warn' ? 'warn' : 'debug']({ line }, 'Redis'),
			});
			await shutdown.add(embedded.stop);
			redis = { kind: 'socket', path: embedded.socketPath };
		}
		const discord = await findDiscord(config, dataDir);
		await shutdown.add(discord.close);
		const gutsy = await startGutsy({
			...discord,
			redis,
			content,
			roles: config.GUTSY_ROLES,
			sendRate: config.SEND_RATE,
			shutdownSeconds: config.SHUTDOWN_SECONDS,
			log,
			onFatal(reason) {
				log.fatal(reason);
				void stop(1);
			},
		});
		await shutdown.add(gutsy.stop);
		discord.onReady(gutsy);
	} catch (error) {
		await stop(1);
		throw error;
	}
}

/** The folder of package.json, from the sources as well as from what was built of them. */
function projectRoot(from: string): string {
	return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

/** Mistakes that the person at the keyboard can mend are told without a stack. */
function explain(error: unknown): string {
	const mendable =
		error instanceof ConfigError || error instanceof ContentError || error instanceof EmbeddedRedisError;
	if (mendable) return error.message;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});
