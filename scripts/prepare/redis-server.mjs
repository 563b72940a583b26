import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getWithApt } from './get-with-apt.mjs';
import { PrepareError } from './prepare-error.mjs';
import { redisHelp } from './redis-help.mjs';
import { answersPing } from './redis-ping.mjs';
import { findProgram, isProgram, quoteLines, runCommand } from './run-command.mjs';

const NAMES = ['valkey-server', 'redis-server'];

/** The server program: from the `PATH`, or what an earlier prepare found elsewhere. */
export function findRedisServer(root) {
	return findProgram(...NAMES) ?? NAMES.map((name) => join(root, '.gutsy', 'bin', name)).find(isProgram);
}

/** Gets a server program by asking for as little as possible; explains what to do when it cannot. */
export async function getRedisServer(root, purpose) {
	if (await linkChecker(root)) return;
	const brew = findProgram('brew');
	let failure = '';
	if (findProgram('apt-get') !== undefined) {
		failure = await getWithApt();
		if (failure === '') {
			if (await linkChecker(root)) return;
			failure = 'The redis-tools of this system hold no server: install redis-server instead.';
		}
	} else if (brew !== undefined) {
		console.log('Installing redis with Homebrew, because there is no Redis server on this machine');
		const { ok, output } = await runCommand(brew, ['install', '--quiet', 'redis']);
		if (ok && findRedisServer(root) !== undefined) return;
		failure = `Homebrew could not install it. Its last words:\n${quoteLines(output, -6)}`;
	}
	throw new PrepareError(redisHelp(failure, purpose));
}

// Debian's and Ubuntu's redis-tools holds the whole server under the name of a checking tool: it is one program
// that acts by the name it is called with. Linking it spares the redis-server package and the service that brings.
async function linkChecker(root) {
	const checker = findProgram('valkey-check-rdb', 'redis-check-rdb');
	if (checker === undefined) return false;
	const bin = join(root, '.gutsy', 'bin');
	const name = checker.endsWith('valkey-check-rdb') ? 'valkey-server' : 'redis-server';
	mkdirSync(bin, { recursive: true });
	const trial = mkdtempSync(join(tmpdir(), 'gutsy-prepare-'));
	try {
		const candidate = join(trial, name);
		symlinkSync(checker, candidate);
		if (!(await answersPing(candidate, trial))) return false;
	} finally {
		rmSync(trial, { recursive: true, force: true });
	}
	const link = join(bin, name);
	symlinkSync(checker, `${link}.new`);
	renameSync(`${link}.new`, link);
	return true;
}
