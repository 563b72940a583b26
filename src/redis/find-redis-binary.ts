import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { EmbeddedRedisError } from './embedded-redis-error.ts';

const NAMES = ['valkey-server', 'redis-server'];

export interface RedisBinaryPlaces {
	/** The `PATH` of the environment. */
	readonly path: string;
	/** Where `scripts/prepare.mjs` puts what it found elsewhere: `.gutsy/bin` beside package.json. */
	readonly prepared: string;
}

/**
 * Finds the server program for the embedded Redis: on the path first, then what `prepare` got.
 *
 * @throws EmbeddedRedisError (`missing`) when this machine has none.
 */
export async function findRedisBinary({ path, prepared }: RedisBinaryPlaces): Promise<string> {
	const folders = [...path.split(delimiter), prepared].filter(isAbsolute);
	for (const file of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
		if (await isExecutable(file)) return file;
	}
	throw new EmbeddedRedisError(
		'missing',
		'No Redis server on this machine: run "node scripts/prepare.mjs" to get one, or set REDIS_URL',
	);
}

async function isExecutable(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
