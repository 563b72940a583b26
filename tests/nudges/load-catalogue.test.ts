import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadCatalogue } from '../../src/nudges/load-catalogue.ts';
import { TOPICS, type Topic } from '../../src/nudges/topic.ts';

let folder = '';
const faqIds = new Set(['sleep-and-skin']);

type Item = Record<string, unknown>;

const items = (topic: Topic, size = 60): Item[] =>
	Array.from({ length: size }, (_none, index) => ({
		id: `${topic}-${index}`,
		text: `Take step ${index} of ${topic}`,
		why: 'Small steps last',
		faq: 'sleep-and-skin',
	}));

async function write(files: Partial<Record<Topic, Item[] | string>> = {}): Promise<void> {
	for (const topic of TOPICS) {
		const content = files[topic] ?? items(topic);
		await writeFile(
			join(folder, `${topic}.yaml`),
			typeof content === 'string' ? content : stringify(content),
		);
	}
}

const withFirst = (topic: Topic, changes: Item): Item[] =>
	items(topic).map((item, index) => (index === 0 ? { ...item, ...changes } : item));

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'gutsy-nudges-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('loadCatalogue()', () => {
	test('reads the nudges of every topic', async () => {
		await write();
		const catalogue = await loadCatalogue(folder, faqIds);
		expect(TOPICS.map((topic) => catalogue[topic].length)).toEqual([60, 60, 60]);
		expect(catalogue.diet[3]).toEqual({
			id: 'diet-3',
			text: 'Take step 3 of diet',
			why: 'Small steps last',
			faq: 'sleep-and-skin',
		});
	});

	test.each([
		['too few', { sleep: items('sleep', 59) }, 'sleep.yaml: has 59 nudges, needs 60'],
		['a text that is too long', { sleep: withFirst('sleep', { text: 'x'.repeat(201) }) }, 'text: is longer'],
		['a missing reason', { diet: withFirst('diet', { why: undefined }) }, 'diet.yaml: item 1 (diet-0): why:'],
		['an empty text', { diet: withFirst('diet', { text: ' ' }) }, 'item 1 (diet-0): text: is empty'],
		[
			'a mention',
			{ diet: withFirst('diet', { text: 'Hello @everyone' }) },
			'text: has characters that Discord',
		],
		['markup', { diet: withFirst('diet', { why: 'It *really* helps' }) }, 'why: has characters that Discord'],
		['a link', { diet: withFirst('diet', { text: 'See https://example.org' }) }, 'text: has a link'],
		['a second line', { diet: withFirst('diet', { text: 'One\ntwo' }) }, 'text: has a line break'],
		['a field of unknown meaning', { diet: withFirst('diet', { note: 'x' }) }, 'diet.yaml: item 1 (diet-0):'],
		[
			'an id that is no id',
			{ diet: withFirst('diet', { id: 'A b' }) },
			'item 1 (A b): id: is not kebab-case',
		],
		['a link to no FAQ entry', { diet: withFirst('diet', { faq: 'gone' }) }, 'faq: there is no entry gone'],
		[
			'an id used twice',
			{ diet: withFirst('diet', { id: 'sleep-1' }) },
			'sleep-1: id: the same as in sleep.yaml',
		],
		[
			'a text used twice',
			{ diet: withFirst('diet', { text: 'Take step 2 of diet' }) },
			'text: the same as in diet',
		],
		['something else than a list', { stress: 'a: 1' }, 'stress.yaml: is not a YAML list'],
		['broken YAML', { stress: '- "' }, 'stress.yaml: is not a YAML list'],
		['an item that is none', { stress: '- 7' }, 'stress.yaml: item 1: '],
	])('refuses %s', async (_case, files, problem) => {
		await write(files);
		await expect(loadCatalogue(folder, faqIds)).rejects.toThrow(problem);
	});

	test('names a file that is not there', async () => {
		await write();
		await rm(join(folder, 'diet.yaml'));
		await expect(loadCatalogue(folder, faqIds)).rejects.toThrow('diet.yaml: cannot be read');
	});

	test('lists all mistakes at once', async () => {
		await write({
			sleep: withFirst('sleep', { why: '', text: '' }),
			diet: withFirst('diet', { faq: 'gone' }),
		});
		const message = await loadCatalogue(folder, faqIds).catch((error: Error) => error.message);
		expect(String(message).split('\n')).toEqual([
			'The nudges have mistakes:',
			'sleep.yaml: item 1 (sleep-0): text: is empty',
			'sleep.yaml: item 1 (sleep-0): why: is empty',
			'diet.yaml: item 1 (diet-0): faq: there is no entry gone',
		]);
	});
});
