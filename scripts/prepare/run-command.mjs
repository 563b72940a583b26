import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * Runs a program and collects what it prints.
 *
 * @returns {Promise<{ ok: boolean, output: string }>} `ok` is false too when there is no such program
 */
export function runCommand(program, args, options = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		const collect = (chunk) => {
			output += chunk;
		};
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.on('error', (error) => resolve({ ok: false, output: error.message }));
		child.on('close', (code) => resolve({ ok: code === 0, output }));
	});
}

/** Some lines of what a program printed, indented to stand under a message. */
export function quoteLines(output, ...range) {
	const lines = output.split('\n').filter((line) => line.trim() !== '');
	return lines
		.slice(...range)
		.map((line) => `    ${line}`)
		.join('\n');
}

/** The first of the named programs on the `PATH`, as an absolute path, or `undefined`. */
export function findProgram(...names) {
	const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
	return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

export function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}
