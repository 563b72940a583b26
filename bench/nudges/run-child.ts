import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { z } from 'zod';

const FROM_BUILD = 'dist/bench/nudges';

/** Runs one of this folder's files in a process of its own, built and started as Gutsy is, and reads the JSON that it prints. */
export async function runChild<Schema extends z.ZodType>(
	schema: Schema,
	file: string,
	args: readonly string[],
): Promise<z.infer<Schema>> {
	const command = ['--heap-growing-percent=50', `${FROM_BUILD}/${file}.js`, ...args];
	const { stdout } = await promisify(execFile)(process.execPath, command);
	return schema.parse(JSON.parse(stdout));
}
