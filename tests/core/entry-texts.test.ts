import { describe, expect, test } from 'vitest';
import { entryTexts } from '../../src/core/entry-texts.ts';

const texts = { title: 'Is kefir fine?', answer: 'It may be.', aliases: [], topic: 'food' };
const problemOf = (changes: object) => {
	const read = entryTexts.safeParse({ ...texts, ...changes });
	return read.success ? undefined : read.error.issues[0]?.message;
};

describe('what a server’s entry may say', () => {
	test.each([
		['lines', { answer: 'First.\n\n- Second.\n\t- Third.' }],
		['any script and signs', { title: '¿Kéfir? 🥛 乳', answer: 'ÄÖÜ — “so” 👩‍🔬', aliases: ['كفير'] }],
		['a link with all kinds of parts', { source: 'https://example.org/a_b(c)?d=%20&e=1#f' }],
	])('is %s', (_what, changes) => {
		expect(problemOf(changes)).toBeUndefined();
	});

	test.each([
		['no title without words', { title: '🥛 !' }, 'Expected words'],
		['no control characters', { answer: 'It \u0007rings.' }, 'Expected plain text'],
		['none in a title', { title: 'Is \u001b[1mkefir fine?' }, 'Expected plain text'],
		['no half of a character', { aliases: ['half \ud83d'] }, 'Expected plain text'],
		['no link that ends before its end', { source: 'https://example.org/>) [free](https://x.org' }, 'spaces'],
		['no link of two lines', { source: 'https://example.org/\n-# Reviewed by doctors' }, 'spaces'],
		['no link that runs', { source: 'javascript:alert(1)' }, 'Expected an https:// address'],
	])('is %s', (_what, changes, problem) => {
		expect(problemOf(changes)).toContain(problem);
	});
});
