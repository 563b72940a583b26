import { describe, expect, test } from 'vitest';
import { GRADE_LIMIT, readingGrade } from '../../src/faq/reading-level.ts';

describe('readingGrade()', () => {
	test('is low for short words in short sentences', () => {
		expect(readingGrade('The cat sat on the mat. It was glad.')).toBeLessThan(2);
	});

	test('is above the limit for the language of journals', () => {
		expect(
			readingGrade('Neuroimmunological modulation precipitates dermatological manifestations considerably.'),
		).toBeGreaterThan(GRADE_LIMIT);
	});

	test('rises when sentences are joined', () => {
		const apart = 'Sleep well. Eat well. Walk a lot. Be kind to your skin.';
		expect(readingGrade(apart.replaceAll('. ', ', '))).toBeGreaterThan(readingGrade(apart));
	});

	test.each([
		['one', 'Make time. The ones used here are done.', 8],
		['two', 'Often people hurry. Little apples wanted boxes.', 14],
	])('counts spoken syllables, here mostly %s a word', (_case, text, syllables) => {
		const [words, sentences] = [text.split(' ').length, 2];
		expect(readingGrade(text)).toBeCloseTo(
			0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
			5,
		);
	});

	test('forgives the terms that the subject needs', () => {
		expect(readingGrade('Feed your microbiome.')).toBe(readingGrade('Feed your garden.'));
	});

	test('does not count Markdown', () => {
		expect(readingGrade('- **Sleep** [well](https://example.org/a-very-long-address).')).toBe(
			readingGrade('Sleep well.'),
		);
	});

	test('is 0 for a text without words', () => {
		expect(readingGrade('8! 10?')).toBe(0);
	});
});
