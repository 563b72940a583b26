import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Compression that discord.js uses where it is installed. */
const OPTIONAL = ['zlib-sync'];

/**
 * Puts the script of a process, with all that it imports, into one file in that folder. A process is then up in a third
 * of the time, which counts where hundreds of them are killed. Returns the file's path.
 */
export async function bundleScript(script: string, folder: string): Promise<string> {
	const source = fileURLToPath(new URL(script, import.meta.url));
	const file = script.replace(/\.ts$/, '.mjs');
	await build({
		configFile: false,
		logLevel: 'error',
		ssr: { noExternal: true },
		build: {
			ssr: source,
			outDir: folder,
			emptyOutDir: false,
			target: 'node20',
			minify: false,
			rolldownOptions: { external: OPTIONAL, output: { entryFileNames: file, codeSplitting: false } },
		},
	});
	return join(folder, file);
}
