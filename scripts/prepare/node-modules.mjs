import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrepareError } from './prepare-error.mjs';
import { quoteLines, runCommand } from './run-command.mjs';

const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

/**
 * Why `node_modules` does not do, or `undefined` when it does. npm keeps a list of what it installed, whichever of
 * its commands did it; that list is held against the lockfile.
 *
 * @param {'start' | 'test'} purpose to start, packages for development may be left out, as production images do
 */
export function whyInstallPackages(root, purpose) {
	const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
	if (installed === undefined) return 'node_modules is missing or incomplete';
	const { '': _project, ...wanted } = readPackages(join(root, 'package-lock.json')) ?? {};
	for (const [path, entry] of Object.entries(wanted)) {
		const found = installed[path];
		if (found === undefined) {
			// npm leaves out what is optional and does not fit this machine.
			if (entry.optional || (entry.dev && purpose === 'start')) continue;
			return `${path} is missing`;
		}
		if (found.version !== entry.version || found.integrity !== entry.integrity) return `${path} has changed`;
	}
	for (const [path, { os, cpu }] of Object.entries(installed)) {
		if (wanted[path] === undefined) return `${path} is not in package-lock.json`;
		if (!fits(os, process.platform) || !fits(cpu, process.arch)) return `${path} is for another machine`;
		if (!existsSync(join(root, path, 'package.json'))) return `${path} is missing`;
	}
	return undefined;
}

/** Brings `node_modules` in line with the lockfile. */
export async function installPackages(root, reason) {
	console.log(`Installing the npm packages, because ${reason}`);
	const quiet = [
		'--no-audit',
		'--no-fund',
		'--no-progress',
		'--loglevel=error',
		'--fetch-retry-maxtimeout=10000',
	];
	const { ok, output } = await runCommand('npm', ['ci', '--include=dev', ...quiet], { cwd: root });
	if (ok) return;
	const problem = UNREACHABLE.test(output)
		? 'The npm registry cannot be reached. Check the network or the proxy (npm config get registry), then run the same command again.'
		: 'npm could not install the packages.';
	throw new PrepareError(`${problem} Its words:\n${quoteLines(output, 0, 6)}`);
}

function readPackages(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/** A package's list of platforms: names, or exceptions with a leading `!`. */
function fits(list, mine) {
	if (list === undefined || list.length === 0) return true;
	return list.some((name) => name.startsWith('!')) ? !list.includes(`!${mine}`) : list.includes(mine);
}
