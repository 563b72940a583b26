import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { installPackages, whyInstallPackages } from './node-modules.mjs';
import { withLock } from './prepare-lock.mjs';
import { findRedisServer, getRedisServer } from './redis-server.mjs';

/**
 * Does what is missing, nothing when nothing is.
 *
 * @param {string} root the folder of package.json
 * @param {'start' | 'test'} purpose
 */
export async function prepare(root, purpose) {
	// Tests start Redis servers of their own, whatever the bot itself is told to use.
	const needsRedis = purpose === 'test' || !hasRedisUrl(root);
	const lacksPackages = () => whyInstallPackages(root, purpose);
	const lacksRedis = () => needsRedis && findRedisServer(root) === undefined;
	if (lacksPackages() === undefined && !lacksRedis()) return;

	await withLock(join(root, '.gutsy'), async () => {
		// Another prepare may have done it while this one waited for the lock.
		const reason = lacksPackages();
		if (reason !== undefined) await installPackages(root, reason);
		if (lacksRedis()) await getRedisServer(root, purpose);
	});
}

function hasRedisUrl(root) {
	const file = join(root, '.env');
	const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
	return Boolean(process.env.REDIS_URL ?? fromFile.REDIS_URL);
}
