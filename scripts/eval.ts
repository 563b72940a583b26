import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { printFigures } from '../bench/figure.ts';
import { parseJsonLines } from '../src/core/json-lines.ts';
import { runToEnd } from '../src/ops/run-to-end.ts';
import { endWhenUnread } from './end-when-unread.ts';
import { type Asked, explain, loadEngine } from './engine.ts';
import { type Expectation, isRight, type Judged, measure } from './measure-answers.ts';

const USAGE = 'Usage: npm run eval -- FILE.jsonl [--json]   with lines like {"q": "…", "expect": "an-id"}';

const line = z.object({
	q: z.string().trim().min(1),
	expect: z.union([z.string(), z.array(z.string()).min(1)], 'must be an id, or a list of them'),
});

/** Asks every question of a file and prints how the engine did. */
function main(): void {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { json: { type: 'boolean', default: false } },
	});
	const [file] = positionals;
	if (file === undefined) throw new Error(USAGE);
	const lines = parseJsonLines(line, read(file), file);
	if (lines.length === 0) throw new Error(`${file}: there are no questions`);

	const loadFrom = performance.now();
	const engine = loadEngine(fileURLToPath(new URL('..', import.meta.url)));
	const readyAfter = performance.now() - loadFrom;
	// The first questions meet code that is not compiled yet.
	for (const { q } of lines.slice(0, 200)) engine.ask(q);
	const judged = lines.map(({ q, expect }): Judged => {
		const from = performance.now();
		const asked = engine.ask(q);
		return { q, expect, asked, took: performance.now() - from };
	});

	for (const each of judged)
		if (values.json) console.log(JSON.stringify(asLine(each.q, each.asked)));
		else if (!isRight(each)) printFailure(each.q, each.expect, each.asked);
	printFigures('eval', measure(judged, readyAfter), values.json);
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (cause) {
		throw new Error(`${file}: cannot be read`, { cause });
	}
}

function asLine(q: string, { band, ids, judgement }: Asked) {
	return { q, band, ids, ...(judgement.kind === 'care' ? { tier: judgement.tier } : {}) };
}

function printFailure(q: string, expect: Expectation, asked: Asked): void {
	console.log(
		`\n“${q}”\n  expected ${[expect].flat().join(' or ')}, got ${[asked.band, ...asked.ids].join(' ')}`,
	);
	for (const why of explain(asked)) console.log(`  ${why}`);
}

endWhenUnread(process.stdout);
await runToEnd(main);
