import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';

interface Ended {
	code: unknown;
	printed: string;
}

/** Runs a script to its end, as npm does. */
function run(script: string, ...args: string[]): Promise<Ended> {
	return new Promise((done) => {
		execFile(process.execPath, ['--import', 'tsx', script, ...args], (error, printed, complaint) =>
			done({ code: error?.code ?? 0, printed: printed + complaint }),
		);
	});
}

describe('a script', () => {
	test.each([
		['bench/main.ts', ['nonsense'], /^There is no bench “nonsense”\nUsage: [^\n]*\n$/],
		['bench/main.ts', ['toString'], /^There is no bench “toString”\nUsage: [^\n]*\n$/],
		['bench/main.ts', ['nudges', '--members', 'x'], /^--members: [^\n]*“x”\nUsage: [^\n]*\n$/],
		['scripts/eval.ts', ['missing.jsonl'], /^missing\.jsonl: cannot be read\n {2}because: ENOENT[^\n]*\n$/],
		['scripts/chaos.ts', ['nudges', '--seed', 'x'], /^--seed: [^\n]*“x”\nUsage: [^\n]*\n$/],
		['scripts/chaos.ts', ['nudges', '--sed', '1'], /^Unknown option '--sed'[^\n]*\n$/],
		['src/main.ts', ['--fesh'], /^Unknown option '--fesh'[^\n]*\n$/],
	])('%s %j says in a line what is wrong, and fails', async (script, args, says) => {
		const { code, printed } = await run(script, ...args);
		expect(printed).toMatch(says);
		expect(code).toBe(1);
	});
});
