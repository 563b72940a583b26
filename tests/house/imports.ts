import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** The folder that holds package.json. */
export const ROOT = join(import.meta.dirname, '../..');

/** Every source file of ours below a folder, as a path from the root. */
export function sourceFiles(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
		.map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** What a file imports: files of ours as paths from the root, packages by their name. */
export function importsOf(file: string): string[] {
	const code = readFileSync(join(ROOT, file), 'utf8');
	const named = code.matchAll(
		/^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm,
	);
	return [...named].map(([, from, lazily, bare]) => {
		const target = from ?? lazily ?? bare ?? '';
		return target.startsWith('.') ? normalize(join(dirname(file), target)) : target;
	});
}
