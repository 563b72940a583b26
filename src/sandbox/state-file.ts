import { readFile } from 'node:fs/promises';
import { replaceFile } from './replace-file.ts';
import { type LocalDiscordState, localDiscordState } from './store/state.ts';

/**
 * Reads what {@link writeStateFile} wrote; `undefined` when there is none.
 *
 * @throws Error naming the file when it cannot be read as such: it is left as it is.
 */
export async function readStateFile(path: string): Promise<LocalDiscordState | undefined> {
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (text === undefined) return undefined;
	try {
		return localDiscordState.parse(JSON.parse(text));
	} catch (cause) {
		throw new Error(`${path} is not a local Discord of this version; move it away to begin afresh`, {
			cause,
		});
	}
}

export function writeStateFile(path: string, state: LocalDiscordState): Promise<void> {
	return replaceFile(path, state);
}
