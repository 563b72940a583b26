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
		['no title without words', { title: '🥛 !' }, 'has no words'],
		['no control characters', { answer: 'It \u0007rings.' }, 'signs that nobody can see'],
		['none in a title', { title: 'Is \u001b[1mkefir fine?' }, 'signs that nobody can see'],
		['no half of a character', { aliases: ['half \ud83d'] }, 'signs that nobody can see'],
		['no link that ends before its end', { source: 'https://example.org/>) [free](https://x.org' }, 'spaces'],
		['no link of two lines', { source: 'https://example.org/\n-# Reviewed by doctors' }, 'spaces'],
		[
			'no answer without end',
			{ answer: 'x'.repeat(4_120) },
			'The answer is 4,120 characters long; at most 1,200 fit',
		],
		['no long title', { title: 'x'.repeat(101) }, 'The title is 101 characters long; at most 100 fit'],
		[
			'no crowd of names',
			{ aliases: Array.from({ length: 25 }, (_none, n) => `name ${n}`) },
			'There are 25 other names; at most 20 fit',
		],
		['no long name', { aliases: ['x'.repeat(130)] }, 'This name is 130 characters long; at most 100 fit'],
		['no number', { title: 7 }, 'The title has to be text'],
		['no text left out', { answer: undefined }, 'The answer is missing'],
		['no subject of its own', { topic: 'cats' }, 'The subject is one of basics, conditions'],
		['no link that runs', { source: 'javascript:alert(1)' }, 'no link that begins with https://'],
	])('is %s', (_what, changes, problem) => {
		expect(problemOf(changes)).toContain(problem);
	});
});
