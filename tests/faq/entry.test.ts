import { describe, expect, test } from 'vitest';
import { parseEntry } from '../../src/faq/parse-entry.ts';
import { anEntryFile } from './an-entry-file.ts';

const LONG = 'a'.repeat(101);

function fieldsRefused(file: string, text: string): string[] {
	const parsed = parseEntry(file, text);
	return 'entry' in parsed ? [] : parsed.problems.map(({ field }) => field);
}

describe('An entry', () => {
	test.each([
		['without a title', 'title', { title: undefined }],
		['with an empty title', 'title', { title: '" "' }],
		['with a title too long for a card', 'title', { title: LONG }],
		['with a title of two lines', 'title', { title: '"Sleep\\nwell"' }],
		['with a topic nobody can browse', 'topic', { topic: 'hair' }],
		['without aliases', 'aliases', { aliases: '[]' }],
		['with an alias that is not text', 'aliases.1', { aliases: '[sleep, 8]' }],
		['with an alias too long', 'aliases.0', { aliases: `[${LONG}]` }],
		['with phrasings that are not a list', 'phrasings', { phrasings: 'sleep' }],
		['with a link that is no id', 'related.0', { related: '[Sleep Hours]' }],
		['with evidence of its own sort', 'evidence', { evidence: 'strong' }],
		['with a claim the source does not make', 'claims.1', { claims: '[35, 36]' }],
		[
			'without claims, from the article whose claims are numbered',
			'claims',
			{ claims: '[]', sources: '[{ title: A, publisher: Parsley Health, reviewed: 2021-06-22 }]' },
		],
		['without sources', 'sources', { sources: '[]' }],
		[
			'with a source nobody published',
			'sources.0.publisher',
			{ sources: '[{ title: A, reviewed: 2021-06-22 }]' },
		],
		[
			'with a source of no date',
			'sources.0.reviewed',
			{ sources: '[{ title: A, publisher: B, reviewed: June 2021 }]' },
		],
		[
			'with a source at an insecure address',
			'sources.0.url',
			{ sources: '[{ title: A, publisher: B, reviewed: 2021-06-22, url: "http://example.org" }]' },
		],
		['with a day that does not exist', 'reviewed', { reviewed: '2026-02-30' }],
		['to review before it was reviewed', 'reviewBy', { reviewBy: '2026-11-22' }],
		['with nudges nobody sends', 'nudgeTopic', { nudgeTopic: 'exercise' }],
		['with a field nobody knows', 'front matter', { reviewedBy: 'me' }],
		['that says its id twice', 'front matter', { id: 'sleep' }],
	])('%s is refused', (_case, field, changes) => {
		expect(fieldsRefused('sleep.md', anEntryFile(changes))).toStrictEqual([field]);
	});

	test.each([
		['without an answer', 'answer', 'sleep.md', ' '],
		['with an answer too long for a card', 'answer', 'sleep.md', 'a'.repeat(1201)],
		['in a file that is no id', 'file name', 'Sleep Hours.md', 'Sleep well.'],
	])('%s is refused', (_case, field, file, answer) => {
		expect(fieldsRefused(file, anEntryFile({}, answer))).toStrictEqual([field]);
	});

	test.each(['about', 'help'])('on the topic %s needs no claim', (topic) => {
		expect(fieldsRefused('sleep.md', anEntryFile({ topic, claims: '[]' }))).toStrictEqual([]);
	});

	test('at the limits of a card is taken', () => {
		const text = anEntryFile({ title: 'a'.repeat(100) }, 'a'.repeat(1200));
		expect(fieldsRefused('sleep.md', text)).toStrictEqual([]);
	});
});
