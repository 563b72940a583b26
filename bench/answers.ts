import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseJsonLines } from '../src/core/json-lines.ts';
import { asShipped } from '../src/faq/lay-over.ts';
import { loadEntries } from '../src/faq/load-entries.ts';
import { loadModels } from '../src/load-models.ts';
import type { Figure } from './figure.ts';
import { generateEntries } from './generated-entries.ts';
import { quantile } from './quantile.ts';
import { type SearchRival, searchRivals } from './search-rivals.ts';

const SIZES = [48, 1_000, 10_000];
/** Fuzzy search over many entries takes so long that a sample must do; all answer the same one. */
const ASKED = { 48: 240, 1000: 60, 10000: 20 } as Readonly<Record<number, number>>;

const line = z.object({ q: z.string(), expect: z.union([z.string(), z.array(z.string())]) });

interface Measured {
	first: number;
	three: number;
	p50: number;
	p99: number;
}

/** Gutsy's engine beside three search libraries, on the same entries and the questions set aside, turn by turn. */
export async function benchAnswers(): Promise<Figure[]> {
	const root = fileURLToPath(new URL('..', import.meta.url));
	const shipped = loadEntries(join(root, 'content/faq')).map(asShipped);
	const ids = new Set(shipped.map(({ id }) => id));
	const file = join(root, 'training/held-out.jsonl');
	const questions = parseJsonLines(line, readFileSync(file, 'utf8'), file).filter(({ expect }) =>
		[expect].flat().every((id) => ids.has(id)),
	);
	const { answers } = loadModels(join(root, 'models'));
	const figures: Figure[] = [];
	for (const size of SIZES) {
		const rivals = await searchRivals(shipped, generateEntries(size - shipped.length), answers);
		const asked = everyNth(questions, ASKED[size] ?? questions.length);
		figures.push(...figuresOf(size, measure(rivals, asked)));
	}
	return figures;
}

function measure(
	rivals: readonly SearchRival[],
	questions: readonly z.infer<typeof line>[],
): ReadonlyMap<string, Measured> {
	const times = new Map(rivals.map(({ name }) => [name, [] as number[]]));
	const places = new Map(rivals.map(({ name }) => [name, [] as number[]]));
	for (const round of ['warm up', 'measured'])
		for (const { q, expect } of questions)
			for (const { name, find } of rivals) {
				const from = performance.now();
				const found = find(q);
				const took = performance.now() - from;
				if (round === 'warm up') continue;
				times.get(name)?.push(took);
				const place = found.findIndex((id) => [expect].flat().includes(id));
				places.get(name)?.push(place < 0 ? Number.POSITIVE_INFINITY : place + 1);
			}
	return new Map(
		rivals.map(({ name }) => {
			const own = places.get(name) ?? [];
			const within = (most: number) => own.filter((place) => place <= most).length / own.length;
			const taken = times.get(name) ?? [];
			return [
				name,
				{ first: within(1), three: within(3), p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) },
			];
		}),
	);
}

function figuresOf(size: number, measured: ReadonlyMap<string, Measured>): Figure[] {
	const ours = measured.get('gutsy');
	return [...measured].flatMap(([name, { first, three, p50, p99 }]): Figure[] => {
		const at = `${name} at ${size}`;
		const own = name === 'gutsy' && size === 48;
		return [
			{
				metric: `${at}: right at first`,
				value: first,
				unit: 'share',
				...(own ? { goal: { least: 0.9 } } : {}),
			},
			{
				metric: `${at}: within three`,
				value: three,
				unit: 'share',
				...(own ? { goal: { least: 0.97 } } : {}),
			},
			{ metric: `${at}: p50`, value: p50, unit: 'ms', ...(own ? { goal: { most: 1 } } : {}) },
			{ metric: `${at}: p99`, value: p99, unit: 'ms', ...(own ? { goal: { most: 5 } } : {}) },
			...(ours && name !== 'gutsy'
				? [{ metric: `${at}: p50 of gutsy to it`, value: ours.p50 / p50, unit: '×' }]
				: []),
		];
	});
}

function everyNth<T>(all: readonly T[], count: number): T[] {
	const step = Math.max(1, all.length / count);
	return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
