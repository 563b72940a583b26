import { describe, expect, test } from 'vitest';
import { parseEntry } from '../../src/faq/parse-entry.ts';
import { anEntryFile } from './an-entry-file.ts';

describe('parseEntry()', () => {
	test('reads the id from the name, the fields from the front matter and the answer from the body', () => {
		expect(parseEntry('sleep.md', anEntryFile({ nudgeTopic: 'sleep' }))).toStrictEqual({
			entry: {
				id: 'sleep',
				title: 'Does sleep matter?',
				topic: 'sleep',
				aliases: ['is sleep good'],
				phrasings: [],
				related: [],
				evidence: 'emerging',
				claims: [27],
				sources: [{ title: 'A page', publisher: 'Somebody', reviewed: '2021-06-22' }],
				reviewed: '2026-11-22',
				reviewBy: '2027-05-22',
				nudgeTopic: 'sleep',
				answer: 'Sleep well. Try it.',
			},
		});
	});

	test('reads files with Windows line ends, and a --- in the answer', () => {
		const text = anEntryFile({}, 'Sleep well.\n\n---\n\nTry it.');
		expect(parseEntry('sleep.md', text.replaceAll('\n', '\r\n'))).toStrictEqual(parseEntry('sleep.md', text));
		expect(parseEntry('sleep.md', text)).toMatchObject({
			entry: { answer: 'Sleep well.\n\n---\n\nTry it.' },
		});
	});

	test.each([
		['no front matter', 'Just text.', 'front matter', 'Expected YAML between two lines of ---'],
		[
			'front matter without an end',
			'---\ntitle: A\n',
			'front matter',
			'Expected YAML between two lines of ---',
		],
		[
			'a field twice',
			anEntryFile({ reviewed: '2026-11-22\ntitle: Again' }),
			'front matter',
			'Line 10: Map keys must be unique',
		],
		['an unknown YAML alias', anEntryFile({ topic: '*nowhere' }), 'front matter', 'Unresolved alias'],
		['front matter that is a list', '---\n- a\n---\nText.', 'front matter', 'expected object'],
	])('names the place of %s', (_case, text, field, message) => {
		expect(parseEntry('sleep.md', text)).toStrictEqual({
			problems: [{ file: 'sleep.md', field, message: expect.stringContaining(message) }],
		});
	});
});
