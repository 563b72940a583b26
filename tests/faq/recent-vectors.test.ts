import { describe, expect, test } from 'vitest';
import { createRecentVectors } from '../../src/faq/recent-vectors.ts';
import { anEntry } from '../support/an-app.ts';

/** A vector of so many features for each entry, and which entries were looked through. An entry takes about 700 bytes. */
function someVectors(room: number, features = 3) {
	const made: string[] = [];
	const vectorsOf = createRecentVectors((entry) => {
		made.push(entry.title);
		return [{ places: new Int32Array(features), values: new Float32Array(features) }];
	}, room);
	return { made, look: (title: string, changes = {}) => vectorsOf(anEntry({ title, ...changes })) };
}

describe('the vectors of entries', () => {
	test('are made once for the same words, whoever has them', () => {
		const { made, look } = someVectors(9_000);
		expect(look('one', { id: 'here', version: 1 })).toBe(look('one', { id: 'there', version: 7 }));
		expect(made).toEqual(['one']);
	});

	test.each([
		['title', { title: 'two' }],
		['answer', { answer: 'Another.' }],
		['names', { aliases: ['another'] }],
	])('are made anew for another %s', (_what, changes) => {
		const { made, look } = someVectors(9_000);
		look('one');
		look('one', changes);
		expect(made).toHaveLength(2);
	});

	test('go when there is no room, those used longest ago first', () => {
		const { made, look } = someVectors(1_500);
		for (const title of ['one', 'two', 'one', 'three', 'one', 'two']) look(title);
		expect(made).toEqual(['one', 'two', 'three', 'two']);
	});

	test('take room however few features they have', () => {
		const { made, look } = someVectors(1_500, 0);
		for (const title of ['one', 'two', 'three', 'one']) look(title);
		expect(made).toEqual(['one', 'two', 'three', 'one']);
	});

	test('are kept for what was used last, however large', () => {
		const { made, look } = someVectors(20);
		for (const title of ['one', 'one', 'two', 'one']) look(title);
		expect(made).toEqual(['one', 'two', 'one']);
	});
});
