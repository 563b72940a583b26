import { explainFailure } from './explain-failure.ts';

/** Runs a script. What ends it early is told at the keyboard, and in the exit code. */
export async function runToEnd(script: () => unknown): Promise<void> {
	try {
		await script();
	} catch (error) {
		process.stderr.write(`${explainFailure(error)}\n`);
		process.exitCode = 1;
	}
}
