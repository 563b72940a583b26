import { describe, expect, test } from 'vitest';
import { createRecentVectors } from '../../src/faq/recent-vectors.ts';
import { anEntry } from '../support/an-app.ts';

/** Three features for each entry, and which entries were looked through. */
function someVectors(room: number) {
	const made: string[] = [];
	const vectorsOf = createRecentVectors((entry) => {
		made.push(entry.title);
		return [{ places: Int32Array.of(1, 2, 3), values: new Float32Array(3) }];
	}, room);
	return { made, look: (title: string, changes = {}) => vectorsOf(anEntry({ title, ...changes })) };
}

describe('the vectors of entries', () => {
	test('are made once for the same words, whoever has them', () => {
		const { made, look } = someVectors(100);
		expect(look('one', { id: 'here', version: 1 })).toBe(look('one', { id: 'there', version: 7 }));
		expect(made).toEqual(['one']);
	});

	test.each([
		['title', { title: 'two' }],
		['answer', { answer: 'Another.' }],
		['names', { aliases: ['another'] }],
	])('are made anew for another %s', (_what, changes) => {
		const { made, look } = someVectors(100);
		look('one');
		look('one', changes);
		expect(made).toHaveLength(2);
	});

	test('go when there is no room, those used longest ago first', () => {
		const { made, look } = someVectors(6);
		for (const title of ['one', 'two', 'one', 'three', 'one', 'two']) look(title);
		expect(made).toEqual(['one', 'two', 'three', 'two']);
	});

	test('are kept for what was used last, however large', () => {
		const { made, look } = someVectors(2);
		for (const title of ['one', 'one', 'two', 'one']) look(title);
		expect(made).toEqual(['one', 'two', 'one']);
	});
});
