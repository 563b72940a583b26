import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testFolder, testRedisBinary } from '../support/redis.ts';

// A project of two packages in a folder of its own, and a PATH with nothing on it but what a test puts there.
let folder: string;
let project: string;
let bin: string;
const redisServer = await testRedisBinary();

const lockfile = {
	lockfileVersion: 3,
	packages: {
		'': { name: 'gutsy' },
		'node_modules/zod': { version: '4.0.0', integrity: 'sha512-zod' },
		'node_modules/vitest': { version: '4.1.0', integrity: 'sha512-vitest', dev: true },
		'node_modules/only-elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
	},
};
type Packages = Record<string, { version: string; integrity?: string; os?: string[]; cpu?: string[] }>;
const zod = { version: '4.0.0', integrity: 'sha512-zod' };
const vitest = { version: '4.1.0', integrity: 'sha512-vitest' };
const both: Packages = { 'node_modules/zod': zod, 'node_modules/vitest': vitest };

beforeEach(async () => {
	folder = await testFolder();
	project = join(folder, 'project');
	bin = join(folder, 'bin');
	await mkdir(join(project, 'scripts'), { recursive: true });
	await mkdir(bin);
	await cp(resolve('scripts/prepare.mjs'), join(project, 'scripts/prepare.mjs'));
	await cp(resolve('scripts/prepare'), join(project, 'scripts/prepare'), { recursive: true });
	await writeFile(join(project, 'package.json'), JSON.stringify({ engines: { node: '>=20.19' } }));
	await writeFile(join(project, 'package-lock.json'), JSON.stringify(lockfile));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Puts a program on the PATH that records its call and then runs the given lines of shell. */
async function program(name: string, lines = ''): Promise<void> {
	const text = `#!/bin/sh\necho "${name} $*" >> '${join(folder, 'calls')}'\n${lines}\n`;
	await writeFile(join(bin, name), text);
	await chmod(join(bin, name), 0o755);
}

/** What was called, in order, but for the questions who and whether. */
async function calls(): Promise<string[]> {
	const text = await readFile(join(folder, 'calls'), 'utf8').catch(() => '');
	return text.split('\n').filter((line) => line !== '' && !/^(id|env|redis-server|sudo -n true)/.test(line));
}

async function install(packages: Packages): Promise<void> {
	for (const path of Object.keys(packages)) {
		await mkdir(join(project, path), { recursive: true });
		await writeFile(join(project, path, 'package.json'), '{}');
	}
	await mkdir(join(project, 'node_modules'), { recursive: true });
	await writeFile(join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

function startPrepare(args: string[], env: Record<string, string>) {
	const child = spawn(process.execPath, [join(project, 'scripts/prepare.mjs'), ...args], {
		cwd: folder,
		env: { PATH: bin, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const collect = (chunk: unknown) => {
		output += String(chunk);
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const ended = once(child, 'close').then(([code]) => ({ code: Number(code), output }));
	return { child, ended, printed: () => output };
}

function prepare(args: string[] = [], env: Record<string, string> = {}) {
	return startPrepare(args, env).ended;
}

const silent = { code: 0, output: '' };

/** A fake `npm ci` that leaves behind what the real one does. */
async function npmThatInstalls(): Promise<void> {
	const listing = join(folder, 'listing.json');
	await writeFile(listing, JSON.stringify({ packages: both }));
	const folders = Object.keys(both).map((path) => join(project, path));
	const files = folders.map((path) => `echo '{}' > '${path}/package.json'`);
	const copy = `while read -r line; do echo "$line"; done < '${listing}' > '${project}/node_modules/.package-lock.json'`;
	await program(
		'npm',
		[`/bin/mkdir -p ${folders.join(' ')}`, ...files, `echo >> '${listing}'`, copy].join('\n'),
	);
}

/** The account that runs prepare; its `env` and `sudo` do what they are asked, or refuse. */
async function account(
	kind: 'root' | 'sudo without password' | 'sudo with password' | 'no sudo',
): Promise<void> {
	await program('id', kind === 'root' ? 'echo 0' : 'echo 1000');
	await program('env', 'while case "$1" in *=*) true;; *) false;; esac; do shift; done; exec "$@"');
	if (kind === 'sudo without password') await program('sudo', 'shift; [ "$1" = true ] || exec "$@"');
	if (kind === 'sudo with password') await program('sudo', 'echo "sudo: a password is required"; exit 1');
}

/** What apt's `redis-tools` brings: the server under another name. */
const unpackTools = () => `/bin/ln -s '${redisServer}' '${join(bin, 'redis-check-rdb')}'`;

describe('Node', () => {
	test('a version that is too old is named together with the one that is needed', async () => {
		await writeFile(join(project, 'package.json'), JSON.stringify({ engines: { node: '>=99.1' } }));
		const { code, output } = await prepare();
		expect(code).toBe(1);
		expect(output).toContain(`Gutsy needs Node 99.1 or newer; this is ${process.versions.node}`);
		expect(await calls()).toEqual([]);
	});
});

describe('the npm packages', () => {
	beforeEach(async () => {
		await symlink(redisServer, join(bin, 'redis-server'));
		await npmThatInstalls();
	});

	test.each<[string, Packages, string[]]>([
		['all match the lockfile', both, ['--for', 'test']],
		['only those for development are left out, to start', { 'node_modules/zod': zod }, []],
	])('are left alone, silently, when %s', async (_case, installed, args) => {
		await install(installed);
		expect(await prepare(args)).toEqual(silent);
		expect(await calls()).toEqual([]);
	});

	test.each<[string, Packages, string]>([
		['one is missing', { 'node_modules/vitest': vitest }, 'node_modules/zod is missing'],
		['one for development is missing', { 'node_modules/zod': zod }, 'node_modules/vitest is missing'],
		[
			'one has another version',
			{ ...both, 'node_modules/zod': { ...zod, version: '3.0.0' } },
			'node_modules/zod has changed',
		],
		[
			'one has other contents',
			{ ...both, 'node_modules/zod': { ...zod, integrity: 'sha512-other' } },
			'node_modules/zod has changed',
		],
		[
			'the lockfile no longer has one',
			{ ...both, 'node_modules/left-over': { version: '1.0.0' } },
			'node_modules/left-over is not in package-lock.json',
		],
		[
			'they were installed on another system',
			{ ...both, 'node_modules/only-elsewhere': { version: '1.0.0', os: ['plan9'] } },
			'node_modules/only-elsewhere is for another machine',
		],
		[
			'they were installed for another processor',
			{ ...both, 'node_modules/only-elsewhere': { version: '1.0.0', cpu: [`!${process.arch}`] } },
			'node_modules/only-elsewhere is for another machine',
		],
	])('are installed when %s', async (_case, installed, reason) => {
		await install(installed);
		const { code, output } = await prepare(['--for', 'test']);
		expect({ code, output }).toEqual({ code: 0, output: `Installing the npm packages, because ${reason}\n` });
		expect(await calls()).toEqual([expect.stringMatching(/^npm ci --include=dev /)]);
	});

	test('are installed when there are none, and then left alone', async () => {
		expect((await prepare()).output).toBe(
			'Installing the npm packages, because node_modules is missing or incomplete\n',
		);
		expect(await prepare(['--for', 'test'])).toEqual(silent);
	});

	test('are installed when one was deleted by hand', async () => {
		await install(both);
		await rm(join(project, 'node_modules/zod'), { recursive: true });
		expect((await prepare()).output).toContain('node_modules/zod is missing');
	});

	test.each([
		['the registry cannot be reached', 'npm error code ENOTFOUND', 'The npm registry cannot be reached'],
		['npm refuses', 'npm error code EUSAGE', 'npm could not install the packages'],
	])("say so with npm's own words when %s", async (_case, words, message) => {
		await program('npm', `echo '${words}' >&2; exit 1`);
		const { code, output } = await prepare();
		expect(code).toBe(1);
		expect(output).toContain(message);
		expect(output).toContain(words);
	});

	test('are installed once by two that prepare at the same time', async () => {
		const results = await Promise.all([prepare(), prepare(), prepare()]);
		expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
		expect(await calls()).toHaveLength(1);
	});

	test('are installed although a killed prepare left its lock', async () => {
		const gate = join(folder, 'gate');
		await program('npm', `while [ ! -e '${gate}' ]; do /bin/sleep 0.01; done`);
		const { child, ended } = startPrepare([], {});
		await vi.waitFor(async () => expect(await calls()).toHaveLength(1));
		child.kill('SIGKILL');
		await writeFile(gate, '');
		await ended;
		await npmThatInstalls();
		expect((await prepare()).code).toBe(0);
		expect(await calls()).toHaveLength(2);
	});
});

describe('the Redis server', () => {
	beforeEach(async () => {
		await install(both);
	});

	test.each(['redis-server', 'valkey-server'])('is found on the PATH as %s', async (name) => {
		await program(name);
		expect(await prepare()).toEqual(silent);
		expect(await calls()).not.toContainEqual(expect.stringMatching(/^apt/));
	});

	test.each<[string, Record<string, string>, string]>([
		['the environment', { REDIS_URL: 'redis://localhost' }, ''],
		['.env', {}, 'REDIS_URL="redis://localhost"'],
	])('is not needed to start when REDIS_URL is set in %s', async (_case, env, file) => {
		await writeFile(join(project, '.env'), file);
		expect(await prepare([], env)).toEqual(silent);
	});

	test.each([
		['commented out', '# REDIS_URL=redis://localhost', []],
		['empty', 'REDIS_URL=', []],
		['of no use to the tests', 'REDIS_URL=redis://localhost', ['--for', 'test']],
	])('is needed when REDIS_URL is %s', async (_case, file, args) => {
		await writeFile(join(project, '.env'), file);
		expect((await prepare(args)).code).toBe(1);
	});

	test.each(['root', 'sudo without password'] as const)('is got with apt-get by %s', async (kind) => {
		await account(kind);
		await program('apt-get', unpackTools());
		expect(await prepare()).toEqual({
			code: 0,
			output: 'Installing redis-tools with apt-get, because there is no Redis server on this machine\n',
		});
		expect((await calls()).at(-1)).toMatch(/^apt-get .*install -y --no-install-recommends redis-tools$/);
		expect(await prepare(['--for', 'test'])).toEqual(silent);
	});

	test("is got after an update when apt's lists are empty", async () => {
		await account('root');
		const lists = join(folder, 'lists');
		await program(
			'apt-get',
			`case "$*" in
				*update) echo > '${lists}';;
				*) if [ -e '${lists}' ]; then ${unpackTools()}; else echo 'E: Unable to locate package redis-tools'; exit 100; fi;;
			esac`,
		);
		expect((await prepare()).code).toBe(0);
		const commands = (await calls()).map((line) => /\b(update|install)\b/.exec(line)?.[0]);
		expect(commands).toEqual(['install', 'update', 'install']);
	});

	test.each(['sudo with password', 'no sudo'] as const)('is not asked for with %s', async (kind) => {
		await account(kind);
		await program('apt-get', unpackTools());
		const { code, output } = await prepare();
		expect(code).toBe(1);
		expect(output).toContain('takes root');
		expect(output).toContain('sudo apt-get install --no-install-recommends redis-tools');
		expect(await calls()).toEqual([]);
	});

	test("is taken from redis-tools that someone installed, with nobody's rights", async () => {
		await symlink(redisServer, join(bin, 'redis-check-rdb'));
		expect(await prepare()).toEqual(silent);
		expect(await prepare(['--for', 'test'])).toEqual(silent);
	});

	test('is not taken from a checking tool that is no server', async () => {
		await program('redis-check-rdb', 'exit 1');
		expect((await prepare()).code).toBe(1);
	});

	test('is got with Homebrew', async () => {
		await program('brew', `/bin/ln -s '${redisServer}' '${join(bin, 'redis-server')}'`);
		expect((await prepare()).output).toBe(
			'Installing redis with Homebrew, because there is no Redis server on this machine\n',
		);
		expect(await calls()).toEqual(['brew install --quiet redis']);
	});

	test.each([
		['apt-get', 'E: Failed to fetch'],
		['brew', 'Error: no network'],
	])('comes with the words of %s when that fails', async (installer, words) => {
		await account('root');
		await program(installer, `echo '${words}' >&2; exit 1`);
		const { code, output } = await prepare();
		expect(code).toBe(1);
		expect(output).toContain(words);
	});

	test('is explained where nothing can get it', async () => {
		const { code, output } = await prepare();
		expect(code).toBe(1);
		for (const word of ['Debian', 'Fedora', 'Arch', 'Alpine', 'macOS', 'docker run', 'REDIS_URL']) {
			expect(output).toContain(word);
		}
	});
});
