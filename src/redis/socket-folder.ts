import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedRedisError } from './embedded-redis-error.ts';

// A socket's path has to fit into 104 bytes on macOS and 108 on Linux, its final zero included.
const LONGEST_SOCKET_PATH = 100;
const LONGEST_SOCKET_NAME = '/redis.lock.0000'.length;

/**
 * Chooses the folder for the sockets that belong to `folder`: itself, or a private one under the system's
 * temporary folder, always the same for the same `folder`, where its path is too long for a socket.
 *
 * @param folder an absolute path without symbolic links.
 */
export async function socketFolder(folder: string): Promise<string> {
	if (Buffer.byteLength(folder) + LONGEST_SOCKET_NAME <= LONGEST_SOCKET_PATH) return folder;
	const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
	const short = join(tmpdir(), `gutsy-${name}`);
	await mkdir(short, { recursive: true, mode: 0o700 });
	await refuseForeign(short);
	return short;
}

// The temporary folder is everyone's: a folder that someone else put there first could listen in.
async function refuseForeign(path: string): Promise<void> {
	const found = await lstat(path);
	const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
	if (!ours) {
		throw new EmbeddedRedisError('failed', `${path} belongs to someone else, so no socket is put there`);
	}
}
