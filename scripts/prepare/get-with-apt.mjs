import { findProgram, quoteLines, runCommand } from './run-command.mjs';

const PACKAGE = 'redis-tools';
const LISTS_ARE_OLD = /no installation candidate|Unable to locate package|404 +Not Found|Failed to fetch/;

/**
 * Installs the package that holds the server, if that needs no password.
 *
 * @returns {Promise<string>} what went wrong, an empty text when nothing did
 */
export async function getWithApt() {
	const asRoot = await findPrivilege();
	if (asRoot === undefined)
		return 'Installing one takes root, which this account has not without a password.';
	const [program, ...before] = asRoot;
	const aptGet = (...args) =>
		runCommand(program, [
			...before,
			...['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args],
		]);
	const install = () => aptGet('install', '-y', '--no-install-recommends', PACKAGE);

	console.log(`Installing ${PACKAGE} with apt-get, because there is no Redis server on this machine`);
	let result = await install();
	if (!result.ok && LISTS_ARE_OLD.test(result.output)) {
		console.log(`Updating apt's package lists, because they do not have ${PACKAGE} as it is now`);
		const update = await aptGet('update');
		const second = await install();
		// apt-get update succeeds without a network too; what it complained of explains the second failure.
		result = { ok: second.ok, output: `${update.output}\n${second.output}` };
	}
	if (result.ok) return '';
	return `apt-get could not get ${PACKAGE}. Its last words:\n${quoteLines(result.output, -6)}`;
}

/** The start of a command line that runs something as root without asking anyone, or `undefined`. */
async function findPrivilege() {
	const { output } = await runCommand('id', ['-u']);
	if (output.trim() === '0') return ['env'];
	if (findProgram('sudo') !== undefined && (await runCommand('sudo', ['-n', 'true'])).ok) {
		return ['sudo', '-n', 'env'];
	}
	return undefined;
}
