import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { PageFileContent } from './page-options.ts';

export interface BuildOptions {
	/** The folder of package.json. */
	root: string;
	/** Where builds are kept, a folder each. */
	cacheDir: string;
	/** Told only when there was something to build. */
	onBuilt?(report: BuildReport): void;
}

/** `scriptBytes` as they would travel gzipped. */
export interface BuildReport {
	milliseconds: number;
	scriptBytes: number;
}

/** The built page: built on the first start and whenever its sources have changed, in a few seconds. */
export async function buildPage({
	root,
	cacheDir,
	onBuilt,
}: BuildOptions): Promise<Map<string, PageFileContent>> {
	const sources = ['src/sandbox/page', 'src/sandbox/page-server/protocol', 'src/sandbox/wire'];
	const key = await hashOf([...sources.map((folder) => join(root, folder)), join(root, 'package-lock.json')]);
	const built = join(cacheDir, key);
	const cached = await readPage(built);
	if (cached) return cached;

	const began = performance.now();
	const draft = join(cacheDir, `${key}.${randomUUID()}`);
	await runVite(join(root, 'src/sandbox/page'), draft);
	// Who builds the same at the same time comes second; both builds are equal.
	await rename(draft, built).catch(() => rm(draft, { recursive: true }));
	const page = await readPage(built);
	if (!page) throw new Error(`Building the page left nothing in ${built}`);
	await removeOthers(cacheDir, key);
	onBuilt?.({ milliseconds: performance.now() - began, scriptBytes: gzippedScript(page) });
	return page;
}

/** Bytes of all scripts of the page as they would travel gzipped. */
export function gzippedScript(page: ReadonlyMap<string, PageFileContent>): number {
	const scripts = [...page].filter(([path]) => path.endsWith('.js'));
	return scripts.reduce((sum, [, { bytes }]) => sum + gzipSync(bytes).byteLength, 0);
}

async function runVite(source: string, outDir: string): Promise<void> {
	// Loaded only when something is to be built: it takes a while.
	const { build } = await import('vite');
	await build({
		configFile: false,
		root: source,
		base: './',
		logLevel: 'warn',
		oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
		build: {
			outDir,
			emptyOutDir: true,
			target: 'es2022',
			modulePreload: { polyfill: false },
			assetsInlineLimit: 0,
		},
	});
}

async function filesIn(path: string): Promise<string[]> {
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

async function hashOf(paths: readonly string[]): Promise<string> {
	const hash = createHash('sha256');
	for (const path of paths)
		for (const file of path.endsWith('.json') ? [path] : await filesIn(path))
			hash
				.update(relative(path, file))
				.update('\0')
				.update(await readFile(file))
				.update('\0');
	return hash.digest('hex').slice(0, 16);
}

async function removeOthers(cacheDir: string, key: string): Promise<void> {
	// Drafts of others who build just now have a dot in their name.
	const old = (await readdir(cacheDir)).filter((name) => name !== key && !name.includes('.'));
	await Promise.all(old.map((name) => rm(join(cacheDir, name), { recursive: true, force: true })));
}

const types: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	svg: 'image/svg+xml',
};

async function readPage(folder: string): Promise<Map<string, PageFileContent> | undefined> {
	await mkdir(join(folder, '..'), { recursive: true });
	const files = await filesIn(folder).catch(() => []);
	const page = new Map<string, PageFileContent>();
	for (const file of files) {
		const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
		page.set(relative(folder, file).replaceAll('\\', '/'), { type, bytes: await readFile(file) });
	}
	return page.has('index.html') ? page : undefined;
}
