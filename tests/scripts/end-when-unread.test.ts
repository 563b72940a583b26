import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gutsy-eval-'));
	await writeFile(
		join(folder, 'questions.jsonl'),
		'{"q": "is kimchi good for my skin?", "expect": "none"}\n',
	);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a script whose output nobody reads. */
async function runUnread(script: string, argument: string) {
	const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, argument], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.destroy();
	const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
	return { said, code };
}

describe('a script whose output is closed early', () => {
	test('ask ends without a word', async () => {
		expect(await runUnread('ask', 'is kimchi good for my skin?')).toEqual({ said: '', code: 0 });
	});

	test('eval ends without a word', async () => {
		expect(await runUnread('eval', join(folder, 'questions.jsonl'))).toEqual({ said: '', code: 0 });
	});
});
