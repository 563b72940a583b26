import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { runToEnd } from '../src/ops/run-to-end.ts';
import { findRedisBinary } from '../src/redis/find-redis-binary.ts';
import { rowsOf } from './chaos/report.ts';
import { runChaos } from './chaos/run-chaos.ts';

const USAGE = 'Usage: npm run chaos -- nudges [--seed N] [--deliveries 20000] [--json]';

/** Kills whatever can be killed while nudges are sent, and counts what was lost or doubled. Everything stays on this machine. */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			seed: { type: 'string' },
			deliveries: { type: 'string', default: '20000' },
			json: { type: 'boolean', default: false },
		},
	});
	if (positionals.join() !== 'nudges') throw new Error(USAGE);
	const seed = values.seed === undefined ? Date.now() % 1_000_000 : readWhole('seed', values.seed, 0);
	const deliveries = readWhole('deliveries', values.deliveries, 1);
	if (!values.json) console.log(`Seed ${seed}`);
	const report = await runChaos({
		seed,
		deliveries,
		binary: await findRedisBinary({ path: readConfig().PATH, prepared: resolve('.gutsy/bin') }),
		onProgress: (text) => console.error(text),
	});
	if (values.json) console.log(JSON.stringify(report));
	else {
		console.table(rowsOf(report));
		const { due, sent, problems, members, waves, seconds } = report;
		for (const line of [...problems, ...sent.wrongs, ...due.losses, ...sent.notes].slice(0, 30))
			console.log(line);
		console.log(`${members} members, ${waves} waves, ${Math.round(seconds)} s. Seed ${seed} plays it again.`);
	}
	process.exitCode = report.ok ? 0 : 1;
}

function readWhole(option: string, text: string, least: number): number {
	const number = text.trim() === '' ? Number.NaN : Number(text);
	if (Number.isSafeInteger(number) && number >= least) return number;
	throw new Error(`--${option}: expected a whole number from ${least}, not “${text}”\n${USAGE}`);
}

await runToEnd(main);
