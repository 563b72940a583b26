import { rename, writeFile } from 'node:fs/promises';

/** Writes JSON beside the file and then takes its place, so that a crash leaves the old or the new one. Only its owner may read it. */
export async function replaceFile(path: string, value: unknown): Promise<void> {
	await writeFile(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
	await rename(`${path}.new`, path);
}
