import { readFile, rename, writeFile } from 'node:fs/promises';
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

/** Writes beside the file and then takes its place, so that a crash leaves the old or the new one. */
export async function writeStateFile(path: string, state: LocalDiscordState): Promise<void> {
	await writeFile(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
	await rename(`${path}.new`, path);
}
