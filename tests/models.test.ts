import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trainModels } from '../scripts/train-models.ts';
import { loadEntries } from '../src/faq/load-entries.ts';
import { loadModels, writeModels } from '../src/load-models.ts';
import { loadTrainingLines } from '../src/training-lines.ts';
import { ROOT } from './house/imports.ts';

describe('the models', () => {
	test('are what `npm run train` makes of the lines as they are, to the byte', () => {
		for (const [file, bytes] of writeModels(trainModels(ROOT)))
			expect(bytes.equals(readFileSync(join(ROOT, 'models', file))), `${file}: run \`npm run train\``).toBe(
				true,
			);
	}, 60_000);

	test('know every entry', () => {
		const ids = loadEntries(join(ROOT, 'content/faq')).map(({ id }) => id);
		expect(loadModels(join(ROOT, 'models')).answers.model.labels).toEqual([...ids, 'none']);
	});

	test('say which file is missing and what makes it', () => {
		expect(() => loadModels(join(ROOT, 'tests'))).toThrow(
			'answers.bin: cannot be read; `npm run train` makes it',
		);
	});
});

describe('the lines to learn from', () => {
	const { offTopic, redFlags, lookAlikes } = loadTrainingLines(join(ROOT, 'training'));
	const entries = loadEntries(join(ROOT, 'content/faq'));
	const key = (text: string) =>
		text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim();

	test.each([
		['off topic', offTopic, 800],
		['red flags', redFlags, 600],
		['look-alikes', lookAlikes, 800],
	])('are enough: %s', (_kind, lines, least) => {
		expect(lines.length).toBeGreaterThanOrEqual(least);
	});

	test('are at least 40 phrasings an entry', () => {
		expect(entries.filter(({ phrasings }) => phrasings.length < 40).map(({ id }) => id)).toEqual([]);
	});

	test('do not contradict each other', () => {
		const kinds = new Map<string, string>();
		const contradictions: string[] = [];
		const note = (text: string, kind: string) => {
			const known = kinds.get(key(text));
			if (known !== undefined && known !== kind) contradictions.push(`${text}: ${known} and ${kind}`);
			kinds.set(key(text), kind);
		};
		for (const { id, phrasings } of entries) for (const text of phrasings) note(text, id);
		for (const { q } of offTopic) note(q, 'off topic');
		for (const { q } of redFlags) note(q, 'red flag');
		expect(contradictions).toEqual([]);
	});

	test.each(['held-out.jsonl', 'held-out-by-strangers.jsonl', 'held-out-in-other-languages.jsonl'])(
		'leave out what %s sets aside to judge by',
		(file) => {
			const aside = readFileSync(join(ROOT, 'training', file), 'utf8')
				.split('\n')
				.filter(Boolean)
				.map((line) => key(JSON.parse(line).q));
			const learnt = new Set(
				[
					...entries.flatMap(({ title, aliases, phrasings }) => [title, ...aliases, ...phrasings]),
					...[...offTopic, ...redFlags, ...lookAlikes].map(({ q }) => q),
				].map(key),
			);
			expect(aside.length).toBeGreaterThan(200);
			expect(aside.filter((text) => learnt.has(text))).toEqual([]);
		},
	);
});
