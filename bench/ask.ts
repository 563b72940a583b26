import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';
import { type Rival, startRival } from './rival.ts';
import { servedAs } from './served-as.ts';

const WARM_UP = 500;
const ROUNDS = 30;
const ASKS_A_ROUND = 100;
const CROWDS = 12;
const CROWD = 300;
/** Questions under way at once in a crowd. */
const ABREAST = 32;

/** As people ask: titles, slips, near misses, off-topic. */
const QUESTIONS = [
	'is kimchi good for my skin?',
	'What is the gut microbiome?',
	'does stress affect my skin',
	'what are probiotics',
	'how long until i see a difference',
	'can suger cause pimples',
	'who won the football',
	'why does my belly feel like a balloon after every single meal',
	'screens before bed',
	'do i need supplements',
];

interface Measured {
	times: number[];
	/** Answers a second, one figure a crowd. */
	rates: number[];
	memory: number;
}

/** The whole way of `/ask` (gateway event to answer at Discord) beside a bare discord.js bot with a fixed text, turn by turn. */
export async function benchAsk(): Promise<Figure[]> {
	execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
		stdio: 'inherit',
	});
	const dataDir = await mkdtemp(join(tmpdir(), 'gutsy-bench-'));
	const quiet = { NODE_ENV: 'production', LOG_LEVEL: 'error', GUTSY_DATA_DIR: dataDir, REDIS_URL: '' };
	const rivals: Rival[] = [];
	try {
		rivals.push(await startRival(['bench/bare-bot.mjs'], quiet));
		rivals.push(await startRival(['bench/bare-bot.mjs'], { ...quiet, BARE_REPLY: 'card' }));
		rivals.push(await startRival(servedAs(), quiet));
		const [bare, card, gutsy] = await measure(rivals);
		if (!bare || !card || !gutsy) throw new Error('A rival is missing');
		return figures(bare, card, gutsy);
	} finally {
		for (const rival of rivals) await rival.close();
		await rm(dataDir, { recursive: true, force: true });
	}
}

async function measure(rivals: readonly Rival[]): Promise<Measured[]> {
	for (const rival of rivals) await askInTurn(rival, WARM_UP);
	const measured = rivals.map((): Measured => ({ times: [], rates: [], memory: 0 }));
	for (let round = 0; round < ROUNDS; round++)
		for (const [index, rival] of rivals.entries())
			measured[index]?.times.push(...(await askInTurn(rival, ASKS_A_ROUND)));
	for (let round = 0; round < CROWDS; round++)
		for (const [index, rival] of rivals.entries()) measured[index]?.rates.push(await askAbreast(rival));
	return measured.map((one, index) => ({ ...one, memory: rivals[index]?.memory() ?? 0 }));
}

function figures(bare: Measured, card: Measured, gutsy: Measured): Figure[] {
	const median = ({ times }: Measured) => quantile(times, 0.5);
	const p99 = ({ times }: Measured) => quantile(times, 0.99);
	const rate = ({ rates }: Measured) => quantile(rates, 0.5);
	const memory = (one: Measured) => one.memory;
	const each = (metric: string, unit: string, read: (one: Measured) => number): Figure[] => [
		{ metric: `${metric}, bare`, value: read(bare), unit },
		{ metric: `${metric}, bare with a card`, value: read(card), unit },
		{ metric: `${metric}, Gutsy`, value: read(gutsy), unit },
	];
	return [
		...each('median', 'ms', median),
		{ metric: 'median ratio', value: median(gutsy) / median(bare), unit: '×', goal: { most: 1.15 } },
		{ metric: 'median ratio to the card', value: median(gutsy) / median(card), unit: '×' },
		...each('p99', 'ms', p99),
		{ metric: 'p99 ratio', value: p99(gutsy) / p99(bare), unit: '×', goal: { most: 1.3 } },
		...each('throughput', 'asks/s', rate),
		{ metric: 'throughput ratio', value: rate(gutsy) / rate(bare), unit: '×', goal: { least: 0.9 } },
		{ metric: 'throughput ratio to the card', value: rate(gutsy) / rate(card), unit: '×' },
		...each('memory', 'MiB', memory),
		{ metric: 'memory ratio', value: memory(gutsy) / memory(bare), unit: '×', goal: { most: 1.4 } },
	];
}

async function askInTurn(rival: Rival, count: number): Promise<number[]> {
	const times: number[] = [];
	for (let turn = 0; turn < count; turn++) times.push(await rival.ask(questionFor(turn)));
	return times;
}

/** Answers a second while many ask at once. */
async function askAbreast(rival: Rival): Promise<number> {
	let left = CROWD;
	const before = performance.now();
	const askOn = async () => {
		while (left > 0) await rival.ask(questionFor(left--));
	};
	await Promise.all(Array.from({ length: ABREAST }, askOn));
	return (CROWD / (performance.now() - before)) * 1_000;
}

function questionFor(turn: number): string {
	return QUESTIONS[turn % QUESTIONS.length] ?? '';
}
