import { describe, expect, test } from 'vitest';
import { ModelFileError } from '../../src/core/linear/model-file.ts';
import type { SparseVector } from '../../src/core/linear/sparse-vector.ts';
import { createPhraseIndex } from '../../src/faq/phrase-index.ts';
import { readPhrases, writePhrases } from '../../src/faq/phrases-file.ts';
import { phrasesOf, shipPhrases } from '../../src/faq/shipped-phrases.ts';

/** A place for each letter. */
function vectorOf(text: string): SparseVector {
	const places = Int32Array.from(new Set([...text].map((letter) => letter.charCodeAt(0))));
	return { places, values: new Float32Array(places.length).fill(1 / Math.sqrt(places.length)) };
}

const entries = [
	{ id: 'kefir', title: 'abc', aliases: ['abd'], phrasings: [] },
	{ id: 'sleep', title: 'xyz', aliases: [], phrasings: ['xy'] },
];
const shipped = shipPhrases(entries, vectorOf);

describe('the file of phrasings', () => {
	const bytes = writePhrases(shipped);

	test('gives them back: the nearest is the same, the bytes too', () => {
		const read = readPhrases(bytes, 'phrases.bin');
		expect(createPhraseIndex(read.phrases).nearest(vectorOf('xyz'))).toEqual(
			createPhraseIndex(shipped.phrases).nearest(vectorOf('xyz')),
		);
		expect(createPhraseIndex(read.phrases).nearest(vectorOf('xyz'))[1]).toBeCloseTo(1, 3);
		expect(writePhrases(read).equals(bytes)).toBe(true);
	});

	test.each([
		['is empty', Buffer.alloc(0), 'the header cannot be read'],
		['is something else', Buffer.from('words, and more words'), 'the header cannot be read'],
		['ends early', bytes.subarray(0, -1), 'where its header says'],
	])('that %s is refused by name', (_what, broken, why) => {
		expect(() => readPhrases(broken, 'phrases.bin')).toThrow(ModelFileError);
		expect(() => readPhrases(broken, 'phrases.bin')).toThrow(`phrases.bin: `);
		expect(() => readPhrases(broken, 'phrases.bin')).toThrow(why);
	});
});

describe('phrasings looked through beforehand', () => {
	test('are used for the entries that they were made of', () => {
		expect(phrasesOf(entries, shipped, vectorOf)).toBe(shipped.phrases);
	});

	test('are looked through anew when a way to ask has changed since', () => {
		const [first, ...others] = entries;
		const changed = [{ ...first, title: 'nmo' }, ...others] as typeof entries;
		const phrases = phrasesOf(changed, shipped, vectorOf);
		expect(createPhraseIndex(phrases).nearest(vectorOf('nmo'))[0]).toBeCloseTo(1, 3);
	});
});
